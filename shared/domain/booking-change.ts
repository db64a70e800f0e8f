import type { Allocation } from './allocation.ts'
import type { Authorship } from './authorship.ts'
import type { Booking } from './booking.ts'
import { cancelled, hasLapsed, hasStarted, isActive } from './booking-state.ts'
import type { SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
import type { UsageRecord } from './usage.ts'
import { seatIn } from './workshop.ts'

/** `from` is absent for a new booking. The store refuses the change once `usage` has changed. */
export type BookingChange = {
  readonly from?: Booking
  readonly to: Booking
  readonly usage?: UsageRecord | undefined
  readonly authorship?: Authorship | undefined
}

/** A person's own day has capacity 1: nobody is in two places at once. Associations have none. */
export const holderAllocationsOf = ({ date, start, end, bookedBy }: Booking): Allocation[] =>
  bookedBy ? [] : [{ space: 'own' as SpaceId, date, start, end, places: 1, capacity: 1 }]

/** The room of a workshop, which its mediator holds. */
export const isRoom = (booking: Booking): boolean =>
  booking.workshop !== undefined && seatIn(booking) === undefined

export type CancellationRefusal = { readonly kind: 'already-started' } | { readonly kind: 'of-workshop' }

const wasPromised = ({ status, late }: Booking): boolean =>
  status === 'confirmed' || status === 'attended' || late === true

/** Whether cancelling now counts as missed; a booking never confirmed cannot be missed. */
export const isLate = (booking: Booking, now: Instant): boolean =>
  wasPromised(booking) && booking.cancelBefore !== undefined && booking.cancelBefore < now

/** A booking can be cancelled until it starts; again changes nothing. */
export const decideCancellation = (
  booking: Booking,
  site: Site,
  now: Instant,
): Result<Booking, CancellationRefusal> => {
  if (!isActive(booking)) return ok(booking)
  if (isRoom(booking)) return refuse({ kind: 'of-workshop' })
  if (hasStarted(booking, site, now)) return refuse({ kind: 'already-started' })
  const given = cancelled(booking, booking.status === 'offered' ? 'declined' : 'holder')
  return ok(isLate(booking, now) ? { ...given, late: true } : given)
}

export type StaffCancellationRefusal = CancellationRefusal | { readonly kind: 'cancelled' }

/** Until the start; it never counts as missed, and a second reason replaces none that has been read. */
export const decideStaffCancellation = (
  booking: Booking,
  reason: string,
  { site, now }: { readonly site: Site; readonly now: Instant },
): Result<Booking, StaffCancellationRefusal> => {
  if (booking.cause === 'staff') return ok(booking)
  if (booking.status === 'cancelled' || hasLapsed(booking, now)) return refuse({ kind: 'cancelled' })
  if (isRoom(booking)) return refuse({ kind: 'of-workshop' })
  if (booking.status === 'no-show' || hasStarted(booking, site, now))
    return refuse({ kind: 'already-started' })
  return ok(cancelled(booking, 'staff', reason))
}
