import type { AttendanceView } from '../../shared/contracts/attendance-views.ts'
import { attendance as words } from './words/fr/attendance.ts'

type Person = Pick<AttendanceView['people'][number], 'id' | 'name' | 'places' | 'guest'>
type Line = { readonly id: string; readonly name: string }

const BLANK = '\u00A0'
const LINES = 14
const LEAST_EMPTY = 4

/** Each person signs: two who come together have a line each. */
const linesOf = ({ id, name, places, guest }: Person): Line[] => {
  const own = { id, name: name || words.nameless }
  if (places > 1) return [own, { id: `${id} guest`, name: guest ?? words.nameless }]
  return [guest === undefined ? own : { id, name: guest }]
}

/** Who signs, and empty lines for people who come without a seat: a page of A4 as far as it goes. */
export const linesOn = (people: readonly Person[]): Line[] => {
  const named = people.flatMap(linesOf)
  const empty = Math.max(LEAST_EMPTY, LINES - named.length)
  return [...named, ...Array.from({ length: empty }, (_, at) => ({ id: `empty ${at}`, name: BLANK }))]
}
