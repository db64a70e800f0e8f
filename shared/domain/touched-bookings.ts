import type { Booking } from './booking.ts'
import { type ClosedDay, type ClosureScope, closedRangeOn, isWholly, overlaps } from './closure.ts'
import { placesLeft } from './day-sheet.ts'
import { type Taking, withTakings } from './footprint.ts'
import type { Quarter, QuarterRange } from './quarter.ts'

const takesFrom = (booking: Booking, taking: Taking): boolean =>
  overlaps(booking, taking) && booking.takings.some(({ space }) => space === taking.space)

const max = (a: Quarter, b: Quarter): Quarter => (a > b ? a : b)
const min = (a: Quarter, b: Quarter): Quarter => (a < b ? a : b)

/** Whoever has come already keeps what they had; a workshop ends all the same. */
const hasCome = ({ status, workshop }: Booking): boolean => status === 'attended' && workshop === undefined

/** Where a space has lost only some of its places: the last come of those for whom too few are left. */
const crowdedOut = (taking: Taking, staying: readonly Booking[]): Booking | undefined => {
  const takings = staying.flatMap((booking) => booking.takings.filter((each) => each.space === taking.space))
  const sheet = withTakings({}, [...takings, taking])
  const isCrowded = ({ start, end }: QuarterRange) =>
    placesLeft(taking.capacity + 1, sheet, { start: max(start, taking.start), end: min(end, taking.end) }) < 1
  return staying
    .filter((booking) => takesFrom(booking, taking) && isCrowded(booking))
    .sort((a, b) => Number(hasCome(a)) - Number(hasCome(b)) || b.createdAt - a.createdAt)[0]
}

/** What stands at a site that is closed as a whole is in the way, whatever it takes places from. */
const isShutOut = (closure: ClosureScope, booking: Booking): boolean => {
  const range = closedRangeOn(closure, booking.date)
  return !closure.spaces && range !== undefined && overlaps(booking, range)
}

/** Which of the standing bookings of a date a closure concerns there, seats of workshops aside: they end with their room. */
export const touchedBy = (
  closure: ClosureScope,
  takings: readonly Taking[],
  standing: readonly Booking[],
): Booking[] => {
  const rooms = standing.filter(({ space, workshop }) => (space as string) !== workshop)
  const isTouched = (booking: Booking) =>
    isShutOut(closure, booking) || takings.some((taking) => isWholly(taking) && takesFrom(booking, taking))
  const touched = rooms.filter(isTouched)
  const staying = () => rooms.filter((booking) => !touched.includes(booking))
  for (const taking of takings.filter((each) => !isWholly(each))) {
    for (let next = crowdedOut(taking, staying()); next; next = crowdedOut(taking, staying())) touched.push(next)
  }
  return touched
}

/** Whether a booking that was touched has to end: its holder may have moved it away, or have come. */
export const isToEnd = (
  closure: ClosureScope,
  { date, takings }: Pick<ClosedDay, 'date' | 'takings'>,
  booking: Booking,
): boolean =>
  !hasCome(booking) &&
  booking.date === date &&
  (isShutOut(closure, booking) || takings.some((taking) => takesFrom(booking, taking)))
