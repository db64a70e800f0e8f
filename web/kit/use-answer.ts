import { useEffect, useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'

type Reading<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'here'; readonly value: T }
  | { readonly state: 'refused'; readonly problem: WebProblem }

const LOADING = { state: 'loading' } as const

/** Asks each time a known `subject` changes, and drops answers to earlier subjects. */
export const useAnswer = <T>(subject: string | undefined, ask: (subject: string) => Promise<Answer<T>>) => {
  const [attempt, setAttempt] = useState(0)
  const [answered, setAnswered] = useState<{ readonly to: string; readonly loaded: Reading<T> }>()
  const to = `${attempt} ${subject}`
  useEffect(() => {
    if (subject === undefined) return undefined
    let current = true
    ask(subject).then((answer) => {
      if (!current) return
      const loaded = answer.ok
        ? ({ ...answer, state: 'here' } as const)
        : ({ ...answer, state: 'refused' } as const)
      setAnswered({ to, loaded })
    })
    return () => {
      current = false
    }
  }, [to])
  return {
    loaded: answered?.to === to ? answered.loaded : LOADING,
    again: () => setAttempt((count) => count + 1),
  }
}

/** Two answers that are only of use together. */
export const both = async <A, B>(
  one: Promise<Answer<A>>,
  other: Promise<Answer<B>>,
): Promise<Answer<[A, B]>> => {
  const [first, second] = await Promise.all([one, other])
  if (!first.ok) return first
  if (!second.ok) return second
  return { ok: true, value: [first.value, second.value] }
}
