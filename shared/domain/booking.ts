import { lastBookableDate } from './availability.ts'
import { type DaySheet, placesLeft } from './day-sheet.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { openRangesOn } from './opening.ts'
import { MINUTES_A_QUARTER, type QuarterRange } from './quarter.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site, SiteId } from './site.ts'
import type { Space, SpaceId, Use } from './space.ts'

export type BookingId = string & { readonly brand: 'BookingId' }
export type HolderId = string & { readonly brand: 'HolderId' }

export const CHANNELS = ['web', 'counter', 'phone', 'partner'] as const
export type Channel = (typeof CHANNELS)[number]

export const BOOKING_STATUSES = ['confirmed', 'cancelled'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** What is taken: `places` of a space in a range of quarters of one local date. Cancelling frees exactly that. */
export type Footprint = QuarterRange & {
  readonly site: SiteId
  readonly space: SpaceId
  readonly date: LocalDate
  readonly places: number
}

export type Booking = Footprint & {
  readonly id: BookingId
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
  readonly sheet: DaySheet
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
export const decideBooking = (request: BookingRequest, context: BookingContext): Result<Footprint, BookingRefusal> => {
  const { site, space, sheet, holderSheet } = context
  const { date, start, end, use } = request
  if (!space.uses.includes(use)) return refuse({ kind: 'use-not-offered', uses: space.uses })
  const places = use === 'room' ? space.capacity : request.places
  if (places > space.capacity) return refuse({ kind: 'too-many-places', capacity: space.capacity })
  const refusal = refusalOfTime(request, context)
  if (refusal) return refuse(refusal)
  if (placesLeft(1, holderSheet, request) < 1) return refuse({ kind: 'holder-busy' })
  const left = placesLeft(space.capacity, sheet, request)
  if (left < places) return refuse({ kind: 'taken', placesLeft: left })
  return ok({ site: site.id, space: space.id, date, start, end, places })
}

export type CancellationRefusal = { readonly kind: 'already-started' }

/** A booking can be cancelled until it starts; cancelling again changes nothing. */
export const decideCancellation = (
  booking: Booking,
  site: Site,
  now: Instant,
): Result<Booking, CancellationRefusal> => {
  if (booking.status === 'cancelled') return ok(booking)
  if (instantAt(booking.date, booking.start, site.timeZone) <= now) return refuse({ kind: 'already-started' })
  return ok({ ...booking, status: 'cancelled' })
}

/** What is read out at the counter or on the phone, such as `K7PM-4R`. */
export const referenceOf = (id: BookingId): string => `${id.slice(0, 4)}-${id.slice(4, 6)}`.toUpperCase()
