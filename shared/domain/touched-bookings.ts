import { type Allocation, withAllocations } from './allocation.ts'
import type { Booking } from './booking.ts'
import { type ClosedDay, type ClosureScope, closedRangeOn, takesWholeSpace } from './closure.ts'
import { placesLeft } from './occupancy.ts'
import type { Quarter } from './quarter.ts'
import { overlaps, type QuarterRange } from './quarter-range.ts'

const takesFrom = (booking: Booking, allocation: Allocation): boolean =>
  overlaps(booking, allocation) && booking.allocations.some(({ space }) => space === allocation.space)

const max = (a: Quarter, b: Quarter): Quarter => (a > b ? a : b)
const min = (a: Quarter, b: Quarter): Quarter => (a < b ? a : b)

/** Checked-in holders keep their places; a workshop ends all the same. */
const hasCome = ({ status, workshop }: Booking): boolean => status === 'attended' && workshop === undefined

const crowdedOut = (allocation: Allocation, staying: readonly Booking[]): Booking | undefined => {
  const allocations = staying.flatMap((booking) =>
    booking.allocations.filter((each) => each.space === allocation.space),
  )
  const occupancy = withAllocations({}, [...allocations, allocation])
  const isCrowded = ({ start, end }: QuarterRange) =>
    placesLeft(allocation.capacity + 1, occupancy, {
      start: max(start, allocation.start),
      end: min(end, allocation.end),
    }) < 1
  return staying
    .filter((booking) => takesFrom(booking, allocation) && isCrowded(booking))
    .sort((a, b) => Number(hasCome(a)) - Number(hasCome(b)) || b.createdAt - a.createdAt)[0]
}

const isShutOut = (closure: ClosureScope, booking: Booking): boolean => {
  const range = closedRangeOn(closure, booking.date)
  return !closure.spaces && range !== undefined && overlaps(booking, range)
}

/** Seats are left out: they end with their room. */
export const touchedByClosure = (
  closure: ClosureScope,
  allocations: readonly Allocation[],
  active: readonly Booking[],
): Booking[] => {
  const rooms = active.filter(({ space, workshop }) => (space as string) !== workshop)
  const isTouched = (booking: Booking) =>
    isShutOut(closure, booking) ||
    allocations.some((allocation) => takesWholeSpace(allocation) && takesFrom(booking, allocation))
  const touched = rooms.filter(isTouched)
  const staying = () => rooms.filter((booking) => !touched.includes(booking))
  for (const allocation of allocations.filter((each) => !takesWholeSpace(each))) {
    for (let next = crowdedOut(allocation, staying()); next; next = crowdedOut(allocation, staying()))
      touched.push(next)
  }
  return touched
}

/** A holder who moved the booking away or checked in keeps it. */
export const mustEnd = (
  closure: ClosureScope,
  { date, allocations }: Pick<ClosedDay, 'date' | 'allocations'>,
  booking: Booking,
): boolean =>
  !hasCome(booking) &&
  booking.date === date &&
  (isShutOut(closure, booking) || allocations.some((allocation) => takesFrom(booking, allocation)))
