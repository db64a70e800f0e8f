import { useState } from 'preact/hooks'
import { type Choice, isSameTime } from '../availability/choice.ts'
import { api, type WebProblem } from '../kit/api-client.ts'

/** The booking can no longer move. */
export const isOver = ({ code }: WebProblem): boolean => code === 'cancelled' || code === 'already-started'

export type Move = (choice: Choice) => void

type Moving = {
  readonly asked?: Choice
  readonly problem?: WebProblem
  readonly working?: true
  /** How often a time was taken: each time, the free times are read again. */
  readonly taken: number
}

/** Where to go then; why, where staff moves it. */
type About = { readonly goesTo: string; readonly reason: () => string | undefined }

/** Moves a booking, once however often the person asks, then leads to `goesTo`. */
export const useMoving = (id: string, from: Choice, { goesTo, reason }: About) => {
  const [moving, setMoving] = useState<Moving>({ taken: 0 })
  const move = async (asked: Choice) => {
    if (moving.working) return
    const { taken } = moving
    if (asked.space === from.space && isSameTime(asked, from)) return setMoving({ asked, taken })
    setMoving({ asked, taken, working: true })
    const { space, date, start, end } = asked
    const why = reason()
    const answer = await api.moveBooking(id, { space, date, start, end, ...(why && { reason: why }) })
    if (answer.ok) return location.replace(goesTo)
    const { problem } = answer
    setMoving({ asked, problem, taken: taken + Number(problem.code === 'taken') })
  }
  return { ...moving, move }
}
