import type { AttendanceView, NotedAttendanceView } from '../../shared/contracts/attendance-views.ts'
import type { Answer } from '../kit/api-client.ts'
import type { SentNotes } from './attendance-client.ts'
import { attendanceDesk } from './desk.ts'
import { countOf, type Notes } from './notes.ts'
import type { KeptNotes } from './unsent.ts'

type Parts = {
  readonly read: (workshop: string) => Promise<Answer<AttendanceView>>
  readonly note: (workshop: string, notes: SentNotes) => Promise<Answer<NotedAttendanceView>>
  readonly keep: (kept: Pick<KeptNotes, 'me' | 'workshop'>, change: (notes: Notes) => Notes) => void
  readonly now: () => Date
}

/** `waiting` notes stay on the device, also those of somebody else, which `isOthers` leaves out. */
export type SentRoll = {
  readonly workshop: string
  readonly title?: string
  readonly isOthers?: true
  readonly waiting: number
  readonly refused: number
}

const sendRoll = async ({ me, workshop, notes }: KeptNotes, parts: Parts): Promise<SentRoll> => {
  const count = countOf(notes)
  const roll = await parts.read(workshop)
  if (!roll.ok) return { workshop, waiting: count, refused: 0 }
  const { title } = roll.value
  if (roll.value.me !== me) return { workshop, title, isOthers: true, waiting: count, refused: 0 }
  const desk = attendanceDesk({
    read: () => notes,
    keep: (change) => parts.keep({ me, workshop }, change),
    send: (sent) => parts.note(workshop, sent),
    now: parts.now,
    onChange: () => {},
    onSent: () => {},
  })
  await desk.sendAll()
  const { unsent, problem, refused } = desk.state()
  const waiting = countOf(unsent)
  // A refusal of the whole request keeps nothing to send.
  return { workshop, title, waiting, refused: problem && waiting === 0 ? count : refused.length }
}

/** Sends what this device keeps of several rolls, one after the other; only who noted it sends it. */
export const sendUnsent = async (kept: readonly KeptNotes[], parts: Parts): Promise<readonly SentRoll[]> => {
  const sent: SentRoll[] = []
  for (const each of kept) sent.push(await sendRoll(each, parts))
  return sent
}

/** Whether all notes of a roll that the reader noted have arrived. */
export const isOwnSent = ({ isOthers, waiting, refused }: SentRoll): boolean =>
  !isOthers && !waiting && !refused
