import { useState } from 'preact/hooks'
import type { Answer, WebProblem } from '../kit/api-client.ts'
import { useLatest } from '../kit/use-latest.ts'

type Outcome<T> =
  | { readonly state: 'asking' | 'wrong' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: WebProblem; readonly q: string }

type Search<T> = {
  /** The id of the field, which gets the focus back when its text cannot be asked for. */
  readonly field: string
  readonly isRight: (q: string) => boolean
  readonly ask: (q: string) => Promise<Answer<T>>
}

/** The outcome of the latest search; `tries` tells one notice from the same one again. */
export const useSearch = <T>({ field, isRight, ask }: Search<T>) => {
  const [{ tries, outcome }, setFound] = useState<{ tries: number; outcome: Outcome<T> }>({
    tries: 0,
    outcome: { state: 'asking' },
  })
  const last = useLatest()
  const outcomeOf = async (q: string): Promise<Outcome<T>> => {
    if (!isRight(q)) return { state: 'wrong' }
    const answer = await ask(q)
    return answer.ok
      ? { state: 'here', value: answer.value }
      : { state: 'refused', problem: answer.problem, q }
  }
  const search = async (q: string) => {
    const next = await last(() => outcomeOf(q))
    if (!next) return
    setFound({ tries: tries + 1, outcome: next })
    if (next.state === 'wrong') document.getElementById(field)?.focus()
  }
  return { tries, outcome, search }
}
