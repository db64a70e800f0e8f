import { useState } from 'preact/hooks'
import { type Choice, isSameTime } from '../availability/choice.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { goInstead } from '../kit/go.ts'
import { useSend } from '../kit/use-send.ts'
import { bookingApi } from './booking-client.ts'

/** After these, the booking can no longer move. */
export const isOver = ({ code }: WebProblem): boolean => code === 'cancelled' || code === 'already-started'

export type Move = (choice: Choice) => void

/** Where the move leads, and the reason that staff gives. */
type About = { readonly goesTo: string; readonly reason: () => string | undefined }

/** Moves a booking, one request at a time, then leads to `goesTo`. */
export const useMoving = (id: string, from: Choice, { goesTo, reason }: About) => {
  const [asked, setAsked] = useState<Choice>()
  const [timesTaken, setTimesTaken] = useState(0)
  const { working, send, ...sent } = useSend(() => goInstead(goesTo), { leaves: true })
  const isHere = (choice: Choice) => choice.space === from.space && isSameTime(choice, from)
  const stays = asked !== undefined && isHere(asked)
  const ask = async ({ space, date, start, end }: Choice) => {
    const why = reason()
    const answer = await bookingApi.move(id, { space, date, start, end, ...(why && { reason: why }) })
    if (!answer.ok && answer.problem.code === 'taken') setTimesTaken(timesTaken + 1)
    return answer
  }
  const move = (choice: Choice) => {
    if (working) return
    setAsked(choice)
    if (!isHere(choice)) send(() => ask(choice))
  }
  return { asked, stays, problem: stays ? undefined : sent.problem, working, timesTaken, move }
}
