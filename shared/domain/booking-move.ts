import { withoutAllocations } from './allocation.ts'
import type { Booking, ConfirmedBooking } from './booking.ts'
import { type CancellationRefusal, holderAllocationsOf, isLate } from './booking-change.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import type { BookingContext, BookingRequest } from './booking-request.ts'
import { hasStarted, isActive } from './booking-state.ts'
import { decideBooking } from './decide-booking.ts'
import type { SpaceId } from './ids.ts'
import { ok, type Result, refuse } from './result.ts'

export type MoveRefusal =
  | BookingRefusal
  | CancellationRefusal
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-confirmed' }

/** A booking's own places count as free. */
export const decideMove = (
  booking: Booking,
  request: BookingRequest,
  context: BookingContext,
): Result<ConfirmedBooking, MoveRefusal> => {
  if (!isActive(booking)) return refuse({ kind: 'cancelled' })
  if (booking.workshop) return refuse({ kind: 'of-workshop' })
  if (booking.status !== 'confirmed') return refuse({ kind: 'not-confirmed' })
  if (hasStarted(booking, context.site, context.now)) return refuse({ kind: 'already-started' })
  const own = (space: SpaceId) =>
    booking.allocations.filter((each) => each.space === space && each.date === request.date)
  const ownTime = booking.date === request.date ? holderAllocationsOf(booking) : []
  const decision = decideBooking(request, {
    ...context,
    moving: booking.id,
    occupancyOf: (space) => withoutAllocations(context.occupancyOf(space), own(space)),
    holderOccupancy: withoutAllocations(context.holderOccupancy, ownTime),
  })
  if (!decision.ok) return decision
  const countsFor = decision.value.countsFor ?? booking.countsFor
  const moved = { ...booking, ...decision.value, use: request.use, revision: booking.revision + 1 }
  // Moving never resets a passed cancellation limit.
  if (isLate(booking, context.now))
    return ok({ ...moved, cancelBefore: booking.cancelBefore, late: true, countsFor })
  return ok({ ...moved, countsFor: context.space.fairUse && countsFor })
}
