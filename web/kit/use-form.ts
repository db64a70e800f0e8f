import { useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'
import type { FieldErrors } from './field/error-summary.tsx'

type Tried = {
  readonly tries: number
  readonly errors: FieldErrors
  readonly problem?: WebProblem
  readonly working: boolean
}

type OnRefused = (problem: WebProblem) => FieldErrors | undefined

/** Sends a form, one request at a time; `onRefused` may turn a problem into the errors of fields. */
export const useForm = (onRefused?: OnRefused) => {
  const [tried, setTried] = useState<Tried>({ tries: 0, errors: {}, working: false })
  const refuse = (errors: FieldErrors, problem?: WebProblem) =>
    setTried(({ tries }) => ({ tries: tries + 1, errors, working: false, ...(problem && { problem }) }))
  const send = async <T>(ask: () => Promise<Answer<T>>, onDone: (value: T) => void): Promise<void> => {
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
  /** Shows errors found before sending; a request that is out is waited for. */
  const refuseFields = (errors: FieldErrors) => {
    if (!tried.working) refuse(errors)
  }
  return { tried, refuse: refuseFields, send }
}
