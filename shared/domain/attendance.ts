import type { Booking, BookingStatus } from './booking.ts'
import type { BookingDetails } from './booking-details.ts'
import { asNoShow, asOf, attended, hasStarted, isHeld } from './booking-state.ts'
import { checkInWindowOf } from './hold-terms.ts'
import type { HolderId } from './ids.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import { seatIn } from './workshop.ts'

export type CheckInRefusal =
  | { readonly kind: 'check-in-closed'; readonly from?: Instant; readonly until?: Instant }
  | { readonly kind: 'cancelled' | 'not-confirmed' }
  | { readonly kind: 'already-answered'; readonly bookingStatus: BookingStatus }

/** A check-in is possible within its window; again changes nothing. */
export const decideCheckIn = (
  { booking, site, space }: BookingDetails,
  now: Instant,
): Result<Booking, CheckInRefusal> => {
  if (booking.status === 'attended') return ok(booking)
  if (booking.status === 'cancelled') return refuse({ kind: 'cancelled' })
  if (booking.status === 'no-show') return refuse({ kind: 'already-answered', bookingStatus: 'no-show' })
  if (booking.status !== 'confirmed') return refuse({ kind: 'not-confirmed' })
  if (booking.workshop || !space?.checkIn) return refuse({ kind: 'check-in-closed' })
  const { from, until } = checkInWindowOf(space.checkIn, booking, site)
  return from <= now && now < until ? ok(attended(booking)) : refuse({ kind: 'check-in-closed', from, until })
}

const MARKED_FOR_DAYS = 7
const MINUTES_A_DAY = 24 * 60

export type AttendanceRefusal =
  | { readonly kind: 'own-attendance' | 'not-started' | 'cancelled' | 'of-workshop' }
  | { readonly kind: 'attendance-closed'; readonly days: number }

type Marked = { readonly by: HolderId; readonly attended: boolean }

/** Staff record it from the start until some days after the end, and nobody records their own. */
export const decideAttendance = (
  { booking, site, workshop }: BookingDetails,
  mark: Marked,
  now: Instant,
): Result<Booking, AttendanceRefusal> => {
  if (booking.holder === mark.by) return refuse({ kind: 'own-attendance' })
  if (
    booking.status === 'cancelled' ||
    asOf(booking, now).status === 'cancelled' ||
    workshop?.status === 'cancelled'
  )
    return refuse({ kind: 'cancelled' })
  // Only cancelling the workshop frees its room.
  if (booking.workshop && seatIn(booking) === undefined) return refuse({ kind: 'of-workshop' })
  // Holds end at the start at the latest.
  if (isHeld(booking) || !hasStarted(booking, site, now)) return refuse({ kind: 'not-started' })
  const closesAt = addMinutes(
    instantAt(booking.date, booking.end, site.timeZone),
    MARKED_FOR_DAYS * MINUTES_A_DAY,
  )
  if (closesAt <= now) return refuse({ kind: 'attendance-closed', days: MARKED_FOR_DAYS })
  if (booking.status === (mark.attended ? 'attended' : 'no-show')) return ok(booking)
  return ok(mark.attended ? attended(booking) : asNoShow(booking))
}
