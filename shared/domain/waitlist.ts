import { lastBookableDate } from './availability.ts'
import type { Booking, Channel } from './booking.ts'
import type { BookingRefusal } from './booking-refusal.ts'
import { longestQuartersOf } from './fair-use.ts'
import type { BookingId, HolderId, SiteId, SpaceId, WaitlistEntryId, WorkshopId } from './ids.ts'
import { addMinutes, type Instant, instantAt, type TimeZone } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { openRangesOn } from './opening.ts'
import type { Party } from './party.ts'
import { MINUTES_A_QUARTER, quarter } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import { hourSkippedRefusal } from './skipped-hour.ts'
import type { Space, Use } from './space.ts'

/** `offered`: with a booking, whatever becomes of it; `left` by its holder; `ended` with its workshop. */
export const WAITLIST_STATUSES = ['waiting', 'offered', 'left', 'ended'] as const
type WaitlistStatus = (typeof WAITLIST_STATUSES)[number]

/**
 * `quarters` in a row in a window of one date, at any of the sites, nearest first. Nothing is offered before
 * `notBefore`.
 */
export type WaitlistEntry = QuarterRange &
  Party & {
    readonly id: WaitlistEntryId
    readonly holder: HolderId
    readonly bookedBy?: HolderId
    readonly ticket: number
    readonly sites: readonly SiteId[]
    readonly space?: SpaceId
    readonly workshop?: WorkshopId
    readonly date: LocalDate
    readonly quarters: number
    readonly use: Use
    readonly notBefore?: Instant | undefined
    readonly channel: Channel
    readonly askedAt: Instant
    readonly status: WaitlistStatus
    readonly booking?: BookingId
    readonly withCycle?: boolean
    readonly note?: string
  }

export type WaitlistRequest = Pick<WaitlistEntry, 'date' | 'start' | 'end' | 'quarters' | 'use' | 'places'>

type LentSpace = { readonly site: Site; readonly space: Space }

const lastStartIn = (
  { date, start, end, quarters }: WaitlistRequest,
  { site, space }: LentSpace,
): Instant | undefined =>
  openRangesOn(space.openings, { ...site, date })
    .filter((open) => Math.min(open.end, end) - Math.max(open.start, start) >= quarters)
    .map((open) => instantAt(date, quarter(Math.min(open.end, end) - quarters), site.timeZone))
    .at(-1)

const refusalOfDuration = (spaces: readonly LentSpace[], quarters: number): BookingRefusal => {
  const shortest = Math.min(...spaces.map(({ space }) => space.limits.shortestQuarters))
  const longest = Math.max(...spaces.map(({ space }) => longestQuartersOf(space)))
  return quarters < shortest
    ? { kind: 'too-short', shortestMinutes: shortest * MINUTES_A_QUARTER }
    : { kind: 'too-long', longestMinutes: longest * MINUTES_A_QUARTER }
}

/** Refuses what no space could ever fulfil, for the reason of the first one, on its site's clock. */
export const refusalOfWaitlistRequest = (
  request: WaitlistRequest,
  lent: readonly LentSpace[],
  now: Instant,
): BookingRefusal | undefined => {
  const { date, quarters, use, places } = request
  const used = lent.filter(({ space }) => space.uses.includes(use))
  const [first] = used
  if (!first) return { kind: 'use-not-offered', uses: [...new Set(lent.flatMap(({ space }) => space.uses))] }
  if (hasExpired(request, first.site.timeZone, now)) return { kind: 'past' }
  const large = used.filter(({ space }) => use === 'room' || places <= space.capacity)
  if (large.length === 0)
    return { kind: 'too-many-places', capacity: Math.max(...used.map(({ space }) => space.capacity)) }
  const fitting = large.filter(
    ({ space }) => space.limits.shortestQuarters <= quarters && quarters <= longestQuartersOf(space),
  )
  if (fitting.length === 0) return refusalOfDuration(large, quarters)
  const lastDate = fitting
    .map(({ space, site }) => lastBookableDate(space, site, now))
    .reduce((last, each) => (each > last ? each : last))
  if (date > lastDate) return { kind: 'beyond-horizon', lastDate }
  const lastStarts = fitting.map((each) => lastStartIn(request, each)).filter((each) => each !== undefined)
  if (lastStarts.some((each) => each > now)) return undefined
  if (lastStarts.length > 0) return { kind: 'past' }
  const skipped = hourSkippedRefusal(request, quarters, first.site.timeZone)
  if (skipped) return skipped
  return { kind: 'outside-opening', open: openRangesOn(first.space.openings, { ...first.site, date }) }
}

export const hasExpired = ({ date, end, quarters }: WaitlistRequest, zone: TimeZone, now: Instant): boolean =>
  instantAt(date, quarter(end - quarters), zone) <= now

type Slotted = QuarterRange &
  Pick<Booking, 'site' | 'space' | 'workshop' | 'use' | 'places' | 'date' | 'status'>

const isLongEnough = (wait: WaitlistEntry, { start, end }: Slotted): boolean =>
  wait.start <= start && end <= wait.end && end - start >= wait.quarters

/**
 * Whether its holder has what they wait for; any seat of a workshop is one. Who only asks may hear no, and keeps
 * the rank.
 */
export const isServedBy = (wait: WaitlistEntry, booking: Slotted): boolean => {
  const { site, space, workshop, use, places, date } = booking
  if (booking.status === 'requested') return false
  if (wait.workshop !== undefined || workshop !== undefined) return wait.workshop === workshop
  return (
    wait.date === date &&
    wait.sites.includes(site) &&
    (wait.space === undefined || wait.space === space) &&
    (use === 'room' || wait.use === use) &&
    wait.places <= places &&
    isLongEnough(wait, booking)
  )
}

export const mayBeOffered = ({ notBefore }: WaitlistEntry, now: Instant): boolean =>
  notBefore === undefined || notBefore <= now

export const MOST_WAITLIST_ENTRIES = 10
export const MOST_SITES = 10

const LONGEST_HOLD_MINUTES = 12 * 60
export const SHORTEST_HOLD_MINUTES = 5
const MINUTE_MS = 60_000

/** It lasts at most 12 hours; near the start, a quarter of the remaining time and at least 5 minutes. */
export const heldUntil = (startsAt: Instant, now: Instant): Instant => {
  const quarterOfTheRest = Math.floor((startsAt - now) / MINUTE_MS / 4)
  const minutes = Math.min(LONGEST_HOLD_MINUTES, Math.max(SHORTEST_HOLD_MINUTES, quarterOfTheRest))
  return Math.min(addMinutes(now, minutes), startsAt) as Instant
}
