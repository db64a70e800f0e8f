import type { Doing } from './act.ts'
import {
  type Booking,
  type BookingContext,
  type BookingRefusal,
  type BookingRequest,
  type BookingStatus,
  type CancellationCause,
  decideBooking,
  type Place,
} from './booking.ts'
import { type Taking, without } from './footprint.ts'
import { type Instant, instantAt } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
import type { SpaceId } from './space.ts'
import type { Tally } from './tally.ts'
import { seatIn } from './workshop.ts'

/**
 * One booking, before and after; `from` is absent when it is new. `tally`: what fair use was judged on, if it was: the
 * change is refused when it is not so any more. `doing`: who makes it, where that may be another than its holder.
 */
export type BookingChange = {
  readonly from?: Booking
  readonly to: Booking
  readonly tally?: Tally | undefined
  readonly doing?: Doing | undefined
}

const STANDING: ReadonlySet<BookingStatus> = new Set(['requested', 'offered', 'confirmed', 'attended'])

/** Whether it takes places: of its space, and of its holder's own day. */
export const isStanding = ({ status }: Pick<Booking, 'status'>): boolean => STANDING.has(status)

/** Whether it takes places until a stated time only. */
export const isHeld = ({ status }: Pick<Booking, 'status'>): boolean => status === 'requested' || status === 'offered'

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

/** A person's own day is a sheet of capacity 1: nobody is in two places at once. An association has none. */
export const ownTimesOf = ({ date, start, end, bookedBy }: Booking): Taking[] =>
  bookedBy ? [] : [{ space: 'own' as SpaceId, date, start, end, places: 1, capacity: 1 }]

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

/** Whether two states of a booking are the same to its holder: of what else changed nothing is told. */
export const isSameToHolder = (one: Booking, other: Booking): boolean => TOLD.every((part) => one[part] === other[part])

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

/** The room of a workshop comes and goes with the workshop; a seat is left, and never moved. */
const isRoom = (booking: Booking): boolean => booking.workshop !== undefined && seatIn(booking) === undefined

export type CancellationRefusal = { readonly kind: 'already-started' } | { readonly kind: 'of-workshop' }

export const hasStarted = (
  { date, start }: Pick<Booking, 'date' | 'start'>,
  { timeZone }: Site,
  now: Instant,
): boolean => instantAt(date, start, timeZone) <= now

const wasPromised = ({ status, late }: Booking): boolean =>
  status === 'confirmed' || status === 'attended' || late === true

/** Whether giving it up now counts as missed. What its holder was never promised, nobody can miss. */
const isLate = (booking: Booking, now: Instant): boolean =>
  wasPromised(booking) && booking.cancelBefore !== undefined && booking.cancelBefore < now

/** A booking can be cancelled until it starts; cancelling again changes nothing. */
export const decideCancellation = (
  booking: Booking,
  site: Site,
  now: Instant,
): Result<Booking, CancellationRefusal> => {
  if (!isStanding(booking)) return ok(booking)
  if (isRoom(booking)) return refuse({ kind: 'of-workshop' })
  if (hasStarted(booking, site, now)) return refuse({ kind: 'already-started' })
  const given = cancelled(booking, booking.status === 'offered' ? 'declined' : 'holder')
  return ok(isLate(booking, now) ? { ...given, late: true } : given)
}

export type StaffCancellationRefusal = CancellationRefusal | { readonly kind: 'cancelled' }

/**
 * The place takes a booking back until it starts, with a reason for its holder; however late, nobody has missed it.
 * Again changes nothing, with another reason too: the first one has been told.
 */
export const decideStaffCancellation = (
  booking: Booking,
  reason: string,
  { site, now }: { readonly site: Site; readonly now: Instant },
): Result<Booking, StaffCancellationRefusal> => {
  if (booking.cause === 'staff') return ok(booking)
  if (booking.status === 'cancelled' || hasLapsed(booking, now)) return refuse({ kind: 'cancelled' })
  if (isRoom(booking)) return refuse({ kind: 'of-workshop' })
  if (booking.status === 'no-show' || hasStarted(booking, site, now)) return refuse({ kind: 'already-started' })
  return ok(cancelled(booking, 'staff', reason))
}

export type MoveRefusal =
  | BookingRefusal
  | CancellationRefusal
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'not-confirmed' }

/** Whether a booking can be had at another time or space of its site, its own places counting as free. */
export const decideMove = (
  booking: Booking,
  request: BookingRequest,
  context: BookingContext,
): Result<Place & Pick<Booking, 'late'>, MoveRefusal> => {
  if (!isStanding(booking)) return refuse({ kind: 'cancelled' })
  if (booking.workshop) return refuse({ kind: 'of-workshop' })
  if (booking.status !== 'confirmed') return refuse({ kind: 'not-confirmed' })
  if (hasStarted(booking, context.site, context.now)) return refuse({ kind: 'already-started' })
  const own = (space: SpaceId) => booking.takings.filter((each) => each.space === space && each.date === request.date)
  const ownTime = booking.date === request.date ? ownTimesOf(booking) : []
  const decision = decideBooking(request, {
    ...context,
    moving: booking.id,
    sheetOf: (space) => without(context.sheetOf(space), own(space)),
    holderSheet: without(context.holderSheet, ownTime),
  })
  if (!decision.ok) return decision
  const tally = decision.value.tally ?? booking.tally
  // What was late to be given up stays so, wherever it goes.
  if (isLate(booking, context.now))
    return ok({ ...decision.value, cancelBefore: booking.cancelBefore, late: true, tally })
  return ok({ ...decision.value, tally: context.space.fairUse && tally })
}
