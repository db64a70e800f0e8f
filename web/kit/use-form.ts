import { useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'
import type { FieldErrors } from './field/error-summary.tsx'

type Tried = {
  /** Keys the messages: after each try they are mounted again and take the focus. */
  readonly tries: number
  readonly errors: FieldErrors
  readonly problem?: WebProblem
  readonly working: boolean
}

type OnRefused = (problem: WebProblem) => FieldErrors | undefined

/** Sends what a form holds, one request at a time; `onRefused` may tell that a problem is the error of a field. */
export const useForm = <T>(onDone: (value: T) => void, onRefused?: OnRefused) => {
  const [tried, setTried] = useState<Tried>({ tries: 0, errors: {}, working: false })
  const refuse = (errors: FieldErrors, problem?: WebProblem) =>
    setTried(({ tries }) => ({ tries: tries + 1, errors, working: false, ...(problem && { problem }) }))
  const send = async (ask: () => Promise<Answer<T>>): Promise<void> => {
    if (tried.working) return
    setTried((last) => ({ ...last, working: true }))
    const answer = await ask()
    if (!answer.ok) {
      const errors = onRefused?.(answer.problem)
      return errors ? refuse(errors) : refuse({}, answer.problem)
    }
    setTried(({ tries }) => ({ tries, errors: {}, working: false }))
    onDone(answer.value)
  }
  return { ...tried, refuse, send }
}
