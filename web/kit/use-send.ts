import { useState } from 'preact/hooks'
import type { Answer, WebProblem } from './api-client.ts'

type Sent<T> = {
  readonly working?: true
  readonly problem?: WebProblem
  /** Sends the refused request again. */
  readonly again?: () => void
  readonly done?: T
}

type Options = {
  /** `onDone` leads to another page; nothing else is sent until it is there. */
  readonly leaves?: true
}

/** Sends one request at a time, and tells why it was refused. */
export const useSend = <T = unknown>(onDone?: (value: T) => void, { leaves }: Options = {}) => {
  const [sent, setSent] = useState<Sent<T>>({})
  const send = async (ask: () => Promise<Answer<T>>): Promise<void> => {
    if (sent.working) return
    setSent({ working: true })
    const answer = await ask()
    if (!answer.ok) return setSent({ problem: answer.problem, again: () => send(ask) })
    if (!leaves) setSent({ done: answer.value })
    onDone?.(answer.value)
  }
  return { ...sent, working: sent.working === true, send }
}

export type Sending<T = unknown> = ReturnType<typeof useSend<T>>
