import { lastBookableDate } from './availability.ts'
import { type DaySheet, placesLeft } from './day-sheet.ts'
import { type Taking, takingsOf, withBuffers, without, withWholes } from './footprint.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { openRangesOn } from './opening.ts'
import { MINUTES_A_QUARTER, type QuarterRange } from './quarter.ts'
import { ok, type Result, refuse } from './result.ts'
import type { SeriesId } from './series.ts'
import type { Site, SiteId } from './site.ts'
import type { Space, SpaceId, Use } from './space.ts'

export type BookingId = string & { readonly brand: 'BookingId' }
export type HolderId = string & { readonly brand: 'HolderId' }

export const CHANNELS = ['web', 'counter', 'phone', 'partner'] as const
export type Channel = (typeof CHANNELS)[number]

export const BOOKING_STATUSES = ['confirmed', 'cancelled'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** Places of a space in a range of quarters of one local date, and all that they take: cancelling frees exactly that. */
export type Place = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly places: number
  readonly takings: readonly Taking[]
}

/** `revision` counts the moves; `series` is what it was booked with, if any. */
export type Booking = Place & {
  readonly id: BookingId
  readonly site: SiteId
  readonly revision: number
  readonly series?: SeriesId
  readonly holder: HolderId
  readonly use: Use
  readonly channel: Channel
  readonly status: BookingStatus
  readonly createdAt: Instant
}

/** A booking with its place; `space` is absent when it is no longer lent. */
export type PlacedBooking = { readonly booking: Booking; readonly site: Site; readonly space?: Space | undefined }

/** What is asked for; `places` counts for a desk only, a room is taken whole. */
export type BookingRequest = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly use: Use
  readonly places: number
}

export type BookingContext = {
  readonly site: Site
  readonly space: Space
  readonly sheetOf: (space: SpaceId) => DaySheet
  readonly holderSheet: DaySheet
  readonly now: Instant
}

export type BookingRefusal =
  | { readonly kind: 'use-not-offered'; readonly uses: readonly Use[] }
  | { readonly kind: 'too-many-places'; readonly capacity: number }
  | { readonly kind: 'too-short'; readonly shortestMinutes: number }
  | { readonly kind: 'too-long'; readonly longestMinutes: number }
  | { readonly kind: 'past' }
  | { readonly kind: 'too-late'; readonly noticeMinutes: number }
  | { readonly kind: 'beyond-horizon'; readonly lastDate: LocalDate }
  | { readonly kind: 'outside-opening'; readonly open: readonly QuarterRange[] }
  | { readonly kind: 'holder-busy' }
  | { readonly kind: 'taken'; readonly placesLeft: number }

const contains = (outer: QuarterRange, inner: QuarterRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

const refusalOfTime = (request: BookingRequest, { site, space, now }: BookingContext): BookingRefusal | undefined => {
  const { limits } = space
  const quarters = request.end - request.start
  if (quarters < limits.shortestQuarters)
    return { kind: 'too-short', shortestMinutes: limits.shortestQuarters * MINUTES_A_QUARTER }
  if (quarters > limits.longestQuarters)
    return { kind: 'too-long', longestMinutes: limits.longestQuarters * MINUTES_A_QUARTER }
  const startsAt = instantAt(request.date, request.start, site.timeZone)
  if (startsAt < now) return { kind: 'past' }
  if (startsAt < addMinutes(now, limits.noticeMinutes)) return { kind: 'too-late', noticeMinutes: limits.noticeMinutes }
  const lastDate = lastBookableDate(space, site, now)
  if (request.date > lastDate) return { kind: 'beyond-horizon', lastDate }
  const open = openRangesOn(space.openings, { ...site, date: request.date })
  return open.some((range) => contains(range, request)) ? undefined : { kind: 'outside-opening', open }
}

/** Whether a request can be booked, and what it then takes. The store's condition decides again, under races. */
export const decideBooking = (request: BookingRequest, context: BookingContext): Result<Place, BookingRefusal> => {
  const { space, sheetOf, holderSheet } = context
  const { date, start, end, use } = request
  if (!space.uses.includes(use)) return refuse({ kind: 'use-not-offered', uses: space.uses })
  const places = use === 'room' ? space.capacity : request.places
  if (places > space.capacity) return refuse({ kind: 'too-many-places', capacity: space.capacity })
  const refusal = refusalOfTime(request, context)
  if (refusal) return refuse(refusal)
  if (placesLeft(1, holderSheet, request) < 1) return refuse({ kind: 'holder-busy' })
  const takings = takingsOf(space, { date, start, end, use, places })
  const isTaken = takings.some((each) => placesLeft(each.capacity, sheetOf(each.space), each) < each.places)
  if (isTaken) {
    const sheet = withBuffers(withWholes(space, sheetOf), space.buffers)
    return refuse({ kind: 'taken', placesLeft: placesLeft(space.capacity, sheet, request) })
  }
  return ok({ space: space.id, date, start, end, places, takings })
}

export type CancellationRefusal = { readonly kind: 'already-started' }

const hasStarted = ({ date, start }: Booking, { timeZone }: Site, now: Instant): boolean =>
  instantAt(date, start, timeZone) <= now

/** A booking can be cancelled until it starts; cancelling again changes nothing. */
export const decideCancellation = (
  booking: Booking,
  site: Site,
  now: Instant,
): Result<Booking, CancellationRefusal> => {
  if (booking.status === 'cancelled') return ok(booking)
  if (hasStarted(booking, site, now)) return refuse({ kind: 'already-started' })
  return ok({ ...booking, status: 'cancelled' })
}

export type MoveRefusal = BookingRefusal | CancellationRefusal | { readonly kind: 'cancelled' }

/** Whether a booking can be had at another time or space of its site, its own places counting as free. */
export const decideMove = (
  booking: Booking,
  request: BookingRequest,
  context: BookingContext,
): Result<Place, MoveRefusal> => {
  if (booking.status === 'cancelled') return refuse({ kind: 'cancelled' })
  if (hasStarted(booking, context.site, context.now)) return refuse({ kind: 'already-started' })
  const own = (space: SpaceId) => booking.takings.filter((each) => each.space === space && each.date === request.date)
  const ownTime = booking.date === request.date ? [{ ...booking, places: 1, capacity: 1 }] : []
  return decideBooking(request, {
    ...context,
    sheetOf: (space) => without(context.sheetOf(space), own(space)),
    holderSheet: without(context.holderSheet, ownTime),
  })
}

/** What is read out at the counter or on the phone, such as `K7PM-4R`. */
export const referenceOf = (id: BookingId): string => `${id.slice(0, 4)}-${id.slice(4, 6)}`.toUpperCase()
