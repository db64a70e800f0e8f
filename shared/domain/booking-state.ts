import type { Booking, BookingStatus, CancellationCause } from './booking.ts'
import { type Instant, instantAt } from './instant.ts'
import type { Site } from './site.ts'

export const ACTIVE: ReadonlySet<BookingStatus> = new Set(['requested', 'offered', 'confirmed', 'attended'])

/** Whether it takes places: of its space, and of its holder's own day. */
export const isActive = ({ status }: Pick<Booking, 'status'>): boolean => ACTIVE.has(status)

/** Whether it takes places until a stated time only. */
export const isHeld = ({ status }: Pick<Booking, 'status'>): boolean =>
  status === 'requested' || status === 'offered'

/** Nobody answered in time: its places are free, whether or not somebody has tidied it away. */
export const hasLapsed = (booking: Pick<Booking, 'status' | 'until'>, now: Instant): boolean =>
  isHeld(booking) && booking.until !== undefined && booking.until <= now

/** When a booking has to be looked at again if nothing happens to it before. */
export const dueAtOf = ({ status, until, claimBy }: Booking): Instant | undefined =>
  status === 'requested' || status === 'offered' ? until : status === 'confirmed' ? claimBy : undefined

/** Nobody has checked in in time. Never so of a workshop, where who came is marked afterwards. */
export const isUnclaimed = ({ status, claimBy, workshop }: Booking, now: Instant): boolean =>
  status === 'confirmed' && workshop === undefined && claimBy !== undefined && claimBy <= now

export const asNoShow = (booking: Booking): Booking => ({
  ...booking,
  status: 'no-show',
  revision: booking.revision + 1,
})

/** What time alone has made of a booking, written or not yet. */
export const asOf = (booking: Booking, now: Instant): Booking => {
  if (hasLapsed(booking, now)) return cancelled(booking, 'lapsed')
  return isUnclaimed(booking, now) ? asNoShow(booking) : booking
}

export const TOLD = [
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

/** Whether two states of a booking are the same to its holder: of what else changed nothing is told. */
export const isSameToHolder = (one: Booking, other: Booking): boolean =>
  TOLD.every((part) => one[part] === other[part])

/** What staff of its place made of it, and not its holder. */
export const madeByStaff = (booking: Booking): Booking => ({ ...booking, byStaff: booking.revision })

export const isByStaff = ({ byStaff, revision }: Booking): boolean => byStaff === revision

export const cancelled = (booking: Booking, cause: CancellationCause, note?: string): Booking => ({
  ...booking,
  status: 'cancelled',
  cause,
  ...(note !== undefined && { note }),
  until: undefined,
  late: undefined,
  revision: booking.revision + 1,
})

export const hasStarted = (
  { date, start }: Pick<Booking, 'date' | 'start'>,
  { timeZone }: Site,
  now: Instant,
): boolean => instantAt(date, start, timeZone) <= now
