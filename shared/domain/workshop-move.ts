import { type Allocation, withoutAllocations } from './allocation.ts'
import type { Booking } from './booking.ts'
import { holderAllocationsOf } from './booking-change.ts'
import type { BookingContext } from './booking-request.ts'
import { cancelled, isHeld } from './booking-state.ts'
import { decideBooking } from './decide-booking.ts'
import type { SpaceId } from './ids.ts'
import { instantAt } from './instant.ts'
import { type Occupancy, placesLeft } from './occupancy.ts'
import type { QuarterRange } from './quarter-range.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
import { asRoom, type Workshop, type WorkshopRefusal } from './workshop.ts'

const isIn =
  (space: SpaceId, { date }: Workshop) =>
  (each: Allocation): boolean =>
    each.space === space && each.date === date

/** The own day without what a booking takes of it on the date of the workshop. */
export const ownDayWithout = (
  day: Occupancy,
  booking: Booking,
  { date }: Pick<Workshop, 'date'>,
): Occupancy => (booking.date === date ? withoutAllocations(day, holderAllocationsOf(booking)) : day)

/**
 * The room of a workshop that moves: its own places count as free. `holderOccupancy` is the day of who leads it
 * then.
 */
export const decideRoomMove = (
  room: Booking,
  to: Workshop,
  context: BookingContext,
): Result<Booking, WorkshopRefusal> => {
  if (!context.space.workshops) return refuse({ kind: 'no-workshops' })
  const { date, start, end, space, mediator } = to
  const request = { date, start, end, space, use: room.use, places: room.places }
  const decision = decideBooking(request, {
    ...context,
    space: asRoom(context.space),
    occupancyOf: (id) => withoutAllocations(context.occupancyOf(id), room.allocations.filter(isIn(id, to))),
    holderOccupancy:
      room.holder === mediator ? ownDayWithout(context.holderOccupancy, room, to) : context.holderOccupancy,
  })
  return decision.ok
    ? ok({ ...room, ...decision.value, holder: mediator, revision: room.revision + 1 })
    : decision
}

/** When and in which workshop a seat is. */
type SeatTime = QuarterRange & Pick<Workshop, 'date' | 'seats'>

/** Whether who has the seat has something else then. */
export const isBusyThen = (seat: Booking, day: Occupancy, to: SeatTime): boolean =>
  holderAllocationsOf(seat).length > 0 && placesLeft(1, ownDayWithout(day, seat, to), to) < 1

/** A seat follows its workshop, and an offer of one is answered before the start. */
export const movedSeat = (seat: Booking, to: SeatTime, { timeZone }: Site): Booking => {
  const { date, start, end, seats: capacity } = to
  const moved = {
    ...{ date, start, end, revision: seat.revision + 1 },
    allocations: seat.allocations.map(({ space, places }) => ({ space, date, start, end, places, capacity })),
  }
  if (!isHeld(seat)) return { ...seat, ...moved }
  const startsAt = instantAt(date, start, timeZone)
  return { ...seat, ...moved, until: seat.until < startsAt ? seat.until : startsAt }
}

export const endedSeat = (seat: Booking): Booking => cancelled(seat, 'workshop-moved')
