import { outlastsPermanence } from './appointments.ts'
import type { Booking, BookingStatus } from './booking.ts'
import type { BookingDetails } from './booking-details.ts'
import { asNoShow, asOf, attended, isHeld } from './booking-state.ts'
import { checkInWindowOf } from './hold-terms.ts'
import type { HolderId } from './ids.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
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

/** Of two notes of the same moment, the one that comes later in this list holds. */
export const ATTENDANCES = ['absent', 'excused', 'present'] as const
export type Attendance = (typeof ATTENDANCES)[number]

/** Undefined while nobody has noted it. */
export const attendanceOf = ({ status, excused }: Booking): Attendance | undefined => {
  if (status === 'attended') return 'present'
  if (status !== 'no-show') return undefined
  return excused ? 'excused' : 'absent'
}

const MARKED_FOR_DAYS = 30
const MINUTES_A_DAY = 24 * 60

export type MarkingRefusal =
  | { readonly kind: 'not-started' }
  | { readonly kind: 'attendance-closed'; readonly days: number }

type Sitting = Pick<Booking, 'date' | 'start' | 'end'>

/** From the start until some days after the end. */
export const markingWindowOf = (
  { date, start, end }: Sitting,
  { timeZone }: Site,
): { readonly opensAt: Instant; readonly closesAt: Instant } => ({
  opensAt: instantAt(date, start, timeZone),
  closesAt: addMinutes(instantAt(date, end, timeZone), MARKED_FOR_DAYS * MINUTES_A_DAY),
})

/** `at` is when it was noted, perhaps without a network, and `now` when that arrives. */
export const refusalOfMarking = (
  sitting: Sitting,
  site: Site,
  { at, now }: { readonly at: Instant; readonly now: Instant },
): MarkingRefusal | undefined => {
  const { opensAt, closesAt } = markingWindowOf(sitting, site)
  if (at < opensAt) return { kind: 'not-started' }
  return closesAt <= now ? { kind: 'attendance-closed', days: MARKED_FOR_DAYS } : undefined
}

const MOST_SKEW_MS = 60_000

/** When something was noted, by the service's clock: a clock that is wrong shows in when it sends. */
export const notedAt = (
  at: Instant,
  { sentAt, now }: { readonly sentAt: Instant; readonly now: Instant },
): Instant => {
  const skew = now - sentAt
  return Math.min(Math.abs(skew) > MOST_SKEW_MS ? at + skew : at, now) as Instant
}

export type AttendanceRefusal =
  | { readonly kind: 'own-attendance' | 'cancelled' | 'of-workshop' }
  | MarkingRefusal

/** `at` is when it was noted; without it that is now, and holds whatever was noted before. */
export type AttendanceMark = {
  readonly by: HolderId
  readonly attendance: Attendance
  readonly at?: Instant | undefined
}

const isOutdated = (booking: Booking, { at, attendance }: AttendanceMark): boolean => {
  const [before, { markedAt }] = [attendanceOf(booking), booking]
  if (at === undefined || before === undefined || markedAt === undefined || markedAt < at) return false
  return at < markedAt || ATTENDANCES.indexOf(attendance) <= ATTENDANCES.indexOf(before)
}

/** People come early to an appointment: they are there from the start of the permanence on. */
const sittingOf = (
  { attendance }: AttendanceMark,
  booking: Booking,
  workshop: BookingDetails['workshop'],
): Sitting =>
  workshop?.appointments && attendance === 'present' ? { ...booking, start: workshop.start } : booking

/** Staff record it, and nobody records their own. The last mark by its own time holds, whichever comes last. */
export const decideAttendance = (
  { booking, site, workshop }: BookingDetails,
  mark: AttendanceMark,
  now: Instant,
): Result<Booking, AttendanceRefusal> => {
  if (booking.holder === mark.by) return refuse({ kind: 'own-attendance' })
  if (
    booking.status === 'cancelled' ||
    asOf(booking, now).status === 'cancelled' ||
    (workshop?.status === 'cancelled' && !outlastsPermanence(booking, workshop, { site, now }))
  )
    return refuse({ kind: 'cancelled' })
  // Only cancelling the workshop frees its room.
  if (booking.workshop && seatIn(booking) === undefined) return refuse({ kind: 'of-workshop' })
  // Holds end at the start at the latest.
  if (isHeld(booking)) return refuse({ kind: 'not-started' })
  const markedAt = mark.at ?? now
  const refusal = refusalOfMarking(sittingOf(mark, booking, workshop), site, { at: markedAt, now })
  if (refusal) return refuse(refusal)
  if (isOutdated(booking, mark)) return ok(booking)
  if (mark.attendance === 'present') return ok(attended(booking, markedAt))
  return ok(
    asNoShow(booking, {
      markedAt,
      ...(mark.attendance === 'excused' && { excused: true }),
    }),
  )
}
