import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import type { SentNotes } from './attendance-client.ts'

/** What was noted in the room, with its times. */
export type Notes = Pick<SentNotes, 'marks' | 'dropIns'>
export type Mark = Notes['marks'][number]
export type DropIn = Notes['dropIns'][number]

export const NO_NOTES: Notes = { marks: [], dropIns: [] }

export const countOf = ({ marks, dropIns }: Notes): number => marks.length + dropIns.length

/** A later note of the same person takes the place of an earlier one. */
export const withNotes = (notes: Notes, { marks, dropIns }: Notes): Notes => ({
  marks: [...notes.marks.filter(({ booking }) => !marks.some((each) => each.booking === booking)), ...marks],
  dropIns: [...notes.dropIns.filter(({ id }) => !dropIns.some((each) => each.id === id)), ...dropIns],
})

/** A person who was noted anew in the meantime stays. */
export const withoutNotes = (notes: Notes, { marks, dropIns }: Notes): Notes => ({
  marks: notes.marks.filter(
    ({ booking, at }) => !marks.some((each) => each.booking === booking && each.at === at),
  ),
  dropIns: notes.dropIns.filter(({ id, at }) => !dropIns.some((each) => each.id === id && each.at === at)),
})

export const withoutIds = (notes: Notes, ids: readonly string[]): Notes => ({
  marks: notes.marks.filter(({ booking }) => !ids.includes(booking)),
  dropIns: notes.dropIns.filter(({ id }) => !ids.includes(id)),
})

/** As many as one request takes. */
export const firstOf = ({ marks, dropIns }: Notes, most = 50): Notes => ({
  marks: marks.slice(0, most),
  dropIns: dropIns.slice(0, most),
})

type Roll = Pick<AttendanceView, 'people' | 'dropIns'>

const isLater = (at: string, before = ''): boolean => Date.parse(at) > (Date.parse(before) || 0)

/** The roll as it is once the notes of this device have arrived. */
export const asNoted = <R extends Roll>(roll: R, notes: Notes): R => {
  const people = roll.people.map((person) => {
    const mark = notes.marks.find(({ booking }) => booking === person.id)
    if (!mark || !isLater(mark.at, person.markedAt)) return person
    return { ...person, attendance: mark.attendance, markedAt: mark.at }
  })
  const known = roll.dropIns.filter(({ id }) => !notes.dropIns.some((each) => each.id === id))
  const counted = notes.dropIns.filter(({ gone }) => !gone)
  return { ...roll, people, dropIns: [...known, ...counted] }
}
