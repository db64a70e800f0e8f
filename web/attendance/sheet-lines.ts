import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { hoursOf } from './people.tsx'
import { attendance as words } from './words/fr/attendance.ts'

type Roll = Pick<AttendanceView, 'start' | 'end'> & { readonly people: readonly Person[] }
type Person = Pick<AttendanceView['people'][number], 'id' | 'name' | 'places' | 'guest' | 'start' | 'end'>
type Line = { readonly id: string; readonly name: string; readonly hours?: string }

const BLANK = '\u00A0'
const LINES = 14
const LEAST_EMPTY = 4

/** Each person signs, at their hours if they have an appointment: two who come together have a line each. */
const linesOf = (person: Person, whole: Roll): Line[] => {
  const { id, name, places, guest } = person
  const own = { id, name: name || words.nameless, hours: hoursOf(person, whole) }
  if (places > 1) return [own, { ...own, id: `${id} guest`, name: guest ?? words.nameless }]
  return [guest === undefined ? own : { ...own, name: guest }]
}

/** Who signs, and empty lines for people who come without a seat: a page of A4 as far as it goes. */
export const linesOn = (roll: Roll): Line[] => {
  const named = roll.people.flatMap((person) => linesOf(person, roll))
  const empty = Math.max(LEAST_EMPTY, LINES - named.length)
  return [...named, ...Array.from({ length: empty }, (_, at) => ({ id: `empty ${at}`, name: BLANK }))]
}
