import type {
  AttendedBooking,
  Booking,
  BookingStatus,
  CancellationCause,
  CancelledBooking,
  ConfirmedBooking,
  HeldBooking,
  NoShowBooking,
} from './booking.ts'
import { type Instant, instantAt } from './instant.ts'
import type { Site } from './site.ts'

const ACTIVE: ReadonlySet<BookingStatus> = new Set(['requested', 'offered', 'confirmed', 'attended'])

export const isActive = ({ status }: Pick<Booking, 'status'>): boolean => ACTIVE.has(status)

export const isHeld = (booking: Booking): booking is HeldBooking =>
  booking.status === 'requested' || booking.status === 'offered'

/** A lapsed booking frees its places even before the change is written. */
export const hasLapsed = (booking: Booking, now: Instant): boolean => isHeld(booking) && booking.until <= now

export const dueAtOf = (booking: Booking): Instant | undefined =>
  isHeld(booking) ? booking.until : booking.status === 'confirmed' ? booking.claimBy : undefined

/** In workshops nobody checks in: staff record attendance afterwards. */
export const isUnclaimed = (booking: Booking, now: Instant): boolean =>
  booking.status === 'confirmed' &&
  booking.workshop === undefined &&
  booking.claimBy !== undefined &&
  booking.claimBy <= now

type Attendable = ConfirmedBooking | AttendedBooking | NoShowBooking

export const attended = (booking: Attendable, markedAt?: Instant): AttendedBooking => ({
  ...booking,
  status: 'attended',
  claimBy: undefined,
  markedAt,
  excused: undefined,
  revision: booking.revision + 1,
})

type Noted = Pick<NoShowBooking, 'markedAt' | 'excused'>

export const asNoShow = (booking: Attendable, { markedAt, excused }: Noted = {}): NoShowBooking => ({
  ...booking,
  status: 'no-show',
  claimBy: undefined,
  markedAt,
  excused,
  revision: booking.revision + 1,
})

export const confirmed = (booking: HeldBooking): ConfirmedBooking => ({
  ...booking,
  status: 'confirmed',
  until: undefined,
  revision: booking.revision + 1,
})

/** Applies what time alone changes, before that is written. */
export const asOf = (booking: Booking, now: Instant): Booking => {
  if (hasLapsed(booking, now)) return cancelled(booking, 'lapsed')
  return booking.status === 'confirmed' && isUnclaimed(booking, now) ? asNoShow(booking) : booking
}

const TOLD = [
  'status',
  'space',
  'date',
  'start',
  'end',
  'places',
  'use',
  'until',
  'cause',
  'note',
  'replacedBy',
] as const

export const isSameToHolder = (one: Booking, other: Booking): boolean =>
  TOLD.every((part) => one[part] === other[part])

export const madeByStaff = <B extends Booking>(booking: B): B => ({ ...booking, byStaff: booking.revision })

export const isByStaff = ({ byStaff, revision }: Booking): boolean => byStaff === revision

/** Not told date by date. */
export const changedWithSeries = <B extends Booking>(booking: B): B => ({
  ...booking,
  withSeries: booking.revision,
})

export const isWithSeries = ({ withSeries, revision }: Booking): boolean => withSeries === revision

export const cancelled = (booking: Booking, cause: CancellationCause, note?: string): CancelledBooking => ({
  ...booking,
  status: 'cancelled',
  cause,
  ...(note !== undefined && { note }),
  until: undefined,
  claimBy: undefined,
  late: undefined,
  markedAt: undefined,
  excused: undefined,
  revision: booking.revision + 1,
})

export const hasStarted = (
  { date, start }: Pick<Booking, 'date' | 'start'>,
  { timeZone }: Site,
  now: Instant,
): boolean => instantAt(date, start, timeZone) <= now
