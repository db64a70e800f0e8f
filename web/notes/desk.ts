import type { NotedAttendanceView } from '../../shared/contracts/attendance-views.ts'
import type { Answer, WebProblem } from '../kit/api-client.ts'
import { isFinal } from '../kit/is-final.ts'
import type { SentNotes } from './attendance-client.ts'
import { countOf, firstOf, NO_NOTES, type Notes, withNotes, withoutIds, withoutNotes } from './notes.ts'

export type RefusedNote = NotedAttendanceView['refused'][number]

/** `noted` is all that was noted here, `unsent` what has not arrived yet. */
export type DeskState = {
  readonly noted: Notes
  readonly unsent: Notes
  readonly sending: boolean
  readonly problem?: WebProblem | undefined
  readonly refused: readonly RefusedNote[]
}

type DeskParts = {
  readonly read: () => Notes
  /** Another page of this device may have changed what is kept. */
  readonly keep: (change: (kept: Notes) => Notes) => void
  readonly send: (notes: SentNotes) => Promise<Answer<NotedAttendanceView>>
  readonly now: () => Date
  readonly onChange: (state: DeskState) => void
  /** Everything has arrived. */
  readonly onSent: () => void
}

/** Without a right nothing is lost: one signs in again, as staff. */
export const asksToSignIn = ({ code }: WebProblem): boolean => code === 'signed-out' || code === 'not-found'

const isDecided = (problem: WebProblem): boolean => isFinal(problem) && !asksToSignIn(problem)

/** What was sent has been decided: kept, or refused and told. */
const settled = (state: DeskState, sent: Notes, answer: Answer<NotedAttendanceView>): Partial<DeskState> => {
  const refused = answer.ok ? answer.value.refused : []
  const ids = refused.map(({ id }) => id)
  return {
    noted: answer.ok ? withoutIds(state.noted, ids) : withoutNotes(state.noted, sent),
    unsent: withoutNotes(state.unsent, sent),
    refused: [...state.refused.filter(({ id }) => !ids.includes(id)), ...refused],
    problem: answer.ok ? undefined : answer.problem,
  }
}

const added = (state: DeskState, notes: Notes): Partial<DeskState> => {
  const ids = [...notes.marks.map(({ booking }) => booking), ...notes.dropIns.map(({ id }) => id)]
  return {
    noted: withNotes(state.noted, notes),
    unsent: withNotes(state.unsent, notes),
    refused: state.refused.filter(({ id }) => !ids.includes(id)),
  }
}

/** Keeps notes on the device at once, and sends them as soon as something answers, one request at a time. */
export const attendanceDesk = ({ read, keep, send, now, onChange, onSent }: DeskParts) => {
  const before = read()
  let state: DeskState = { noted: before, unsent: before, sending: false, refused: [] }
  const change = (changes: Partial<DeskState>): void => {
    state = { ...state, ...changes }
    onChange(state)
  }

  /** Answers whether there is more to send now. */
  const sendSome = async (): Promise<boolean> => {
    const sent = firstOf(state.unsent)
    const answer = await send({ ...sent, sentAt: now().toISOString() })
    if (!answer.ok && !isDecided(answer.problem)) {
      change({ problem: answer.problem })
      return false
    }
    keep((kept) => withoutNotes(kept, sent))
    change(settled(state, sent, answer))
    return countOf(state.unsent) > 0
  }

  const sendAll = async (): Promise<void> => {
    if (state.sending || countOf(state.unsent) === 0) return
    change({ sending: true })
    let isMore = true
    while (isMore) isMore = await sendSome()
    change({ sending: false })
    if (countOf(state.unsent) === 0 && !state.problem) onSent()
  }

  const note = (some: Partial<Notes>): Promise<void> => {
    const notes = { ...NO_NOTES, ...some }
    keep((kept) => withNotes(kept, notes))
    change(added(state, notes))
    return sendAll()
  }

  return { note, sendAll, state: (): DeskState => state }
}
