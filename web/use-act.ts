import { useState } from 'preact/hooks'
import type { BookingView } from '../shared/contracts/booking-views.ts'
import type { Answer, WebProblem } from './api-client.ts'

type Ask = () => Promise<Answer<BookingView>>

type Acting = {
  readonly working?: true
  readonly problem?: WebProblem
  readonly again?: Ask
  readonly done?: BookingView
}

/** One act of staff at a time; what is refused is said, and may be tried again. */
export const useAct = (onDone?: () => void) => {
  const [acting, setActing] = useState<Acting>({})
  const act = async (ask: Ask) => {
    if (acting.working) return
    setActing({ working: true })
    const answer = await ask()
    setActing(answer.ok ? { done: answer.value } : { problem: answer.problem, again: ask })
    if (answer.ok) onDone?.()
  }
  return { ...acting, act }
}

export type Act = ReturnType<typeof useAct>['act']
