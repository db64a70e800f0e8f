import type { BookingContext, BookingRequest } from './booking-request.ts'
import {
  type Instant,
  instantAt,
  type LocalDateTime,
  localTextAt,
  localTimeAt,
  nextFullMinute,
} from './instant.ts'
import { addDays, type LocalDate, mondayOf } from './local-date.ts'
import { quarter } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { FairUse, Space } from './space.ts'
import type { UsageEntry } from './usage.ts'

type FairUseRule = 'active-bookings' | 'hours-a-week' | 'no-shows'

/** `passes`: the local time, or for `hours-a-week` the date, from which a booking is possible again. */
export type QuotaRefusal = {
  readonly kind: 'quota-reached'
  readonly rule: FairUseRule
  readonly limit: number
  readonly passes: LocalDateTime
}

const QUARTERS_AN_HOUR = 4

export const longestQuartersOf = ({ limits, fairUse }: Pick<Space, 'limits' | 'fairUse'>): number =>
  Math.min(limits.longestQuarters, (fairUse?.hoursAWeek ?? Number.POSITIVE_INFINITY) * QUARTERS_AN_HOUR)

type Facts = Pick<BookingContext, 'site' | 'now'>

const startOf = (date: LocalDate, { site }: Facts) =>
  localTextAt(instantAt(date, quarter(0), site.timeZone), site.timeZone)

const refusal = (rule: FairUseRule, limit: number, passes: LocalDateTime): QuotaRefusal => ({
  kind: 'quota-reached',
  rule,
  limit,
  passes,
})

const ofActive = (
  limit: number,
  entries: readonly UsageEntry[],
  { site, now }: Facts,
): QuotaRefusal | undefined => {
  const endOf = ({ date, end, until }: UsageEntry): Instant => {
    const endsAt = instantAt(date, end, site.timeZone)
    return until !== undefined && until < endsAt ? until : endsAt
  }
  const ends = entries
    .map(endOf)
    .filter((endsAt) => endsAt > now)
    .sort((one, other) => one - other)
  const freeing = ends[ends.length - limit]
  return freeing === undefined
    ? undefined
    : refusal('active-bookings', limit, localTextAt(nextFullMinute(freeing), site.timeZone))
}

const ofNoShows = (
  { most, days }: NonNullable<FairUse['noShows']>,
  missed: readonly UsageEntry[],
  facts: Facts,
): QuotaRefusal | undefined => {
  const today = localTimeAt(facts.now, facts.site.timeZone).date
  const forgottenOn = missed.map(({ date }) => addDays(date, days)).filter((date) => date > today)
  const freeing = forgottenOn.sort().at(-most)
  return freeing && refusal('no-shows', most, startOf(freeing, facts))
}

const sizeOf = ({ start, end }: QuarterRange): number => end - start

const ofHours = (
  limit: number,
  { request, entries }: { readonly request: BookingRequest; readonly entries: readonly UsageEntry[] },
  facts: Facts,
): QuotaRefusal | undefined => {
  const first = mondayOf(request.date)
  const left = (monday: LocalDate) =>
    entries
      .filter(({ date }) => mondayOf(date) === monday)
      .reduce((rest, entry) => rest - sizeOf(entry), limit * QUARTERS_AN_HOUR)
  const mondays = [0, ...entries, 0].map((_, weeks) => addDays(first, 7 * weeks))
  const passing = mondays.find((monday) => left(monday) >= sizeOf(request)) ?? first
  return passing === first ? undefined : refusal('hours-a-week', limit, startOf(passing, facts))
}

/** Gives the broken rule that passes last; a moved booking is not a new one. */
export const refusalOfUse = (request: BookingRequest, context: BookingContext): QuotaRefusal | undefined => {
  const { space, usage, moving, now } = context
  if (!space.fairUse || !usage) return undefined
  const { activeBookings, hoursAWeek, noShows } = space.fairUse
  const active = Object.entries(usage.active)
  const entries = active
    .filter(([id, { until }]) => id !== moving && (until === undefined || until > now))
    .map(([, entry]) => entry)
  const isNew = !active.some(([id]) => id === moving)
  const refusals = [
    isNew && noShows && ofNoShows(noShows, Object.values(usage.missed), context),
    isNew && activeBookings !== undefined && ofActive(activeBookings, entries, context),
    hoursAWeek !== undefined && ofHours(hoursAWeek, { request, entries }, context),
  ]
  return refusals
    .filter((each) => each !== undefined && each !== false)
    .sort((one, other) => (one.passes < other.passes ? -1 : 1))
    .at(-1)
}
