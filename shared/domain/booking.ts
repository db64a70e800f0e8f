import { lastBookableDate, type Wanted } from './availability.ts'
import { type Acceptance, type Conditions, type ConditionsRefusal, refusalOfConditions } from './conditions.ts'
import { type DaySheet, placesLeft } from './day-sheet.ts'
import { mostQuartersOf, type QuotaRefusal, refusalOfUse } from './fair-use.ts'
import { type Taking, takingsOf, withBuffers, withWholes } from './footprint.ts'
import { addMinutes, type Instant, instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { openRangesOn } from './opening.ts'
import { type OffGridRefusal, offGridRefusal } from './opening-grid.ts'
import { MINUTES_A_QUARTER, type QuarterRange } from './quarter.ts'
import { ok, type Result, refuse } from './result.ts'
import type { SeriesId } from './series.ts'
import type { Site, SiteId } from './site.ts'
import type { Space, SpaceId, Use } from './space.ts'
import type { PersonId, Tally } from './tally.ts'
import type { Workshop } from './workshop.ts'

export type BookingId = string & { readonly brand: 'BookingId' }
export type HolderId = string & { readonly brand: 'HolderId' }
/** Whose a booking is once its holder is forgotten. */
export const NOBODY = '00000000000000000000' as HolderId
export type WorkshopId = string & { readonly brand: 'WorkshopId' }
export type WaitId = string & { readonly brand: 'WaitId' }

export const CHANNELS = ['web', 'counter', 'phone', 'partner'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * `requested` awaits the answer of who lends the space, `offered` that of its holder: both hold their places until a
 * stated time. `attended`: somebody has checked in. The others take no place any more.
 */
export const BOOKING_STATUSES = ['requested', 'offered', 'confirmed', 'attended', 'no-show', 'cancelled'] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** Why a booking is cancelled; `holder` when its holder did so, `staff` when the place took it back, with a reason. */
export const CANCELLATION_CAUSES = [
  'holder',
  'staff',
  'closure',
  'hours-changed',
  'lending-changed',
  'workshop-cancelled',
  'not-approved',
  'declined',
  'lapsed',
] as const
export type CancellationCause = (typeof CANCELLATION_CAUSES)[number]

/**
 * Places of a space in a range of quarters of one local date, and all that they take: cancelling frees exactly that.
 * `lentAs`: the revision of the space that it was decided on. `kept`: stands though the space is no longer lent so.
 * `cancelBefore`: given up later it counts as missed. `tally`: the person whose fair use of the site it counts in.
 */
export type Place = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly places: number
  readonly takings: readonly Taking[]
  readonly lentAs?: number | undefined
  readonly kept?: true | undefined
  readonly cancelBefore?: Instant | undefined
  readonly tally?: PersonId | undefined
}

/**
 * `revision` counts the changes. `until`: what is requested or offered holds its places until then. `claimBy`: whoever
 * has not checked in by then loses the places. `late`: moved or given up after `cancelBefore`. `series`, `workshop`,
 * `wait` and `replaces` are where it comes from, `distanceKm` how far that was, `replacedBy` is what is held for its holder
 * instead. `bookedBy`: the person who booked it for an association, which is then its holder. `byStaff`: the last revision
 * that staff of its place made, acting for its holder. */
export type Booking = Place & {
  readonly id: BookingId
  readonly site: SiteId
  readonly revision: number
  readonly until?: Instant | undefined
  readonly claimBy?: Instant | undefined
  readonly cause?: CancellationCause | undefined
  readonly note?: string | undefined
  readonly late?: true | undefined
  readonly byStaff?: number | undefined
  readonly series?: SeriesId
  readonly workshop?: WorkshopId
  readonly wait?: WaitId
  readonly replaces?: BookingId
  readonly distanceKm?: number
  readonly replacedBy?: BookingId | undefined
  readonly holder: HolderId
  readonly bookedBy?: HolderId
  readonly use: Use
  readonly channel: Channel
  readonly status: BookingStatus
  readonly createdAt: Instant
}

/** A booking with its place; `space` is absent when it is no longer lent, and the room of a `workshop` for a seat. */
export type PlacedBooking = {
  readonly booking: Booking
  readonly site: Site
  readonly space?: Space | undefined
  readonly workshop?: Workshop | undefined
}

/** What is asked for; `places` counts for a desk only, a room is taken whole. */
export type BookingRequest = Wanted

/**
 * `tally`: of the person it is for, as it was read; without one, fair use is not judged. `moving`: the booking that goes
 * elsewhere, if it is not new.
 */
export type BookingContext = {
  readonly site: Site
  readonly space: Space
  readonly sheetOf: (space: SpaceId) => DaySheet
  readonly holderSheet: DaySheet
  readonly tally: Tally | undefined
  /** What the site asks to be accepted, and what was; without conditions, nothing is judged. */
  readonly conditions?: Conditions | undefined
  readonly acceptance?: Acceptance | undefined
  readonly moving?: BookingId | undefined
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
  | OffGridRefusal
  | QuotaRefusal
  | { readonly kind: 'holder-busy' }
  | { readonly kind: 'taken'; readonly placesLeft: number }
  | { readonly kind: 'closed'; readonly reason: string }
  | ConditionsRefusal

const contains = (outer: QuarterRange, inner: QuarterRange): boolean =>
  outer.start <= inner.start && inner.end <= outer.end

const refusalOfTime = (request: BookingRequest, { site, space, now }: BookingContext): BookingRefusal | undefined => {
  const { limits } = space
  const quarters = request.end - request.start
  if (quarters < limits.shortestQuarters)
    return { kind: 'too-short', shortestMinutes: limits.shortestQuarters * MINUTES_A_QUARTER }
  const longest = Math.min(limits.longestQuarters, mostQuartersOf(space.fairUse))
  if (quarters > longest) return { kind: 'too-long', longestMinutes: longest * MINUTES_A_QUARTER }
  const startsAt = instantAt(request.date, request.start, site.timeZone)
  if (startsAt < now) return { kind: 'past' }
  if (startsAt < addMinutes(now, limits.noticeMinutes)) return { kind: 'too-late', noticeMinutes: limits.noticeMinutes }
  const lastDate = lastBookableDate(space, site, now)
  if (request.date > lastDate) return { kind: 'beyond-horizon', lastDate }
  const open = openRangesOn(space.openings, { ...site, date: request.date })
  if (!open.some((range) => contains(range, request))) return { kind: 'outside-opening', open }
  return offGridRefusal(request, open, limits)
}

/** What is booked later than that can be given up until it starts. */
const cancelBeforeOf = ({ date, start }: BookingRequest, { site, space, now }: BookingContext): Instant | undefined => {
  const minutes = space.limits.cancelBeforeMinutes
  if (minutes === undefined) return undefined
  const before = addMinutes(instantAt(date, start, site.timeZone), -minutes)
  return before > now ? before : undefined
}

/** Whether a request can be booked, and what it then takes. The store's condition decides again, under races. */
export const decideBooking = (request: BookingRequest, context: BookingContext): Result<Place, BookingRefusal> => {
  const { space, sheetOf, holderSheet } = context
  const { date, start, end, use } = request
  if (!space.uses.includes(use)) return refuse({ kind: 'use-not-offered', uses: space.uses })
  const places = use === 'room' ? space.capacity : request.places
  if (places > space.capacity) return refuse({ kind: 'too-many-places', capacity: space.capacity })
  const refusal =
    refusalOfTime(request, context) ?? refusalOfConditions(context, date) ?? refusalOfUse(request, context)
  if (refusal) return refuse(refusal)
  if (placesLeft(1, holderSheet, request) < 1) return refuse({ kind: 'holder-busy' })
  const takings = takingsOf(space, { date, start, end, use, places })
  const isTaken = takings.some((each) => placesLeft(each.capacity, sheetOf(each.space), each) < each.places)
  if (isTaken) {
    const sheet = withBuffers(withWholes(space, sheetOf), space.buffers)
    return refuse({ kind: 'taken', placesLeft: placesLeft(space.capacity, sheet, request) })
  }
  const tally = space.fairUse && context.tally?.person
  return ok({
    space: space.id,
    date,
    start,
    end,
    places,
    takings,
    lentAs: space.revision,
    kept: undefined,
    tally,
    cancelBefore: cancelBeforeOf(request, context),
  })
}

/** What is read out at the counter or on the phone, such as `K7PM-4R`. */
export const referenceOf = (id: BookingId): string => `${id.slice(0, 4)}-${id.slice(4, 6)}`.toUpperCase()
