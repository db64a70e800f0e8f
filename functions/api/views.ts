import type { MeView } from '../../shared/contracts/auth-views.ts'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { AvailabilityView, SiteSummary, SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { availabilityOn, type SpaceDay } from '../../shared/domain/availability.ts'
import { type PlacedBooking, referenceOf } from '../../shared/domain/booking.ts'
import { decideCancellation, isStanding } from '../../shared/domain/booking-change.ts'
import { counterRangesOn, isCounterOpenAt, type MinuteRange } from '../../shared/domain/counter-hours.ts'
import { type DirectoryMatch, lentUsesOf } from '../../shared/domain/directory.ts'
import { type Instant, localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../shared/domain/public-holidays.ts'
import { formatMinutes, formatQuarter, MINUTES_A_QUARTER, type QuarterRange } from '../../shared/domain/quarter.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { Holder } from '../../shared/store/identity-item.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { SiteDays } from './use-cases/read-availability.ts'

const viewOfMinutes = ([from, to]: MinuteRange): [string, string] => [formatMinutes(from), formatMinutes(to)]
export const viewOfQuarters = ({ start, end }: QuarterRange): [string, string] => [
  formatQuarter(start),
  formatQuarter(end),
]

/** Whoever is signed in has an address: it is how they did. */
export const viewOfMe = ({ email = '', name }: Holder): MeView => ({ email, ...(name && { name }) })

export const viewOfMatch = (match: DirectoryMatch): SiteSummary => ({ ...match, uses: [...match.uses] })

const viewOfSpace = ({ limits, ...space }: Space): SpaceView => ({
  ...space,
  uses: [...space.uses],
  features: [...space.features],
  shortestMinutes: limits.shortestQuarters * MINUTES_A_QUARTER,
  longestMinutes: limits.longestQuarters * MINUTES_A_QUARTER,
  noticeMinutes: limits.noticeMinutes,
  horizonDays: limits.horizonDays,
})

const viewOfCounter = ({ counter, departement, timeZone }: Site, now: Instant): SiteView['counter'] => {
  if (!counter) return undefined
  const { date, minute } = localTimeAt(now, timeZone)
  const today = counterRangesOn(counter, date, departement)
  return {
    openNow: isCounterOpenAt(today, minute),
    today: today.map(viewOfMinutes),
    weekly: counter.weekly.map((ranges) => ranges.map(viewOfMinutes)),
  }
}

export const viewOfSite = ({ site, spaces }: LentSite, now: Instant): SiteView => {
  const counter = viewOfCounter(site, now)
  return {
    ...site,
    today: localTimeAt(now, site.timeZone).date,
    counter,
    uses: lentUsesOf(spaces),
    spaces: spaces.map(viewOfSpace),
  }
}

const viewOfSpaceDay = (day: SpaceDay) => {
  const { open, free } = availabilityOn(day)
  return { space: day.space.id, open: open.map(viewOfQuarters), free: free.map(viewOfFree) }
}

export const viewOfFree = ({ start, end, places }: QuarterRange & { readonly places: number }) => ({
  start: formatQuarter(start),
  end: formatQuarter(end),
  places,
})

const viewOfDate = ({ site, days }: SiteDays, date: LocalDate): AvailabilityView['days'][number] => ({
  date,
  holiday: isPublicHoliday(date, site.departement),
  counter: (site.counter ? counterRangesOn(site.counter, date, site.departement) : []).map(viewOfMinutes),
  spaces: days.filter((day) => day.date === date).map(viewOfSpaceDay),
})

export const viewOfAvailability = (found: SiteDays): AvailabilityView => ({
  site: found.site.id,
  days: found.dates.map((date) => viewOfDate(found, date)),
})

/** The door's clock at an instant, such as `2026-11-24T08:30`. */
export const localTextOf = (at: Instant, { timeZone }: Site): string => {
  const { date, minute } = localTimeAt(at, timeZone)
  return `${date}T${formatMinutes(minute)}`
}

export const viewOfBooking = (
  { booking, site, space, workshop }: PlacedBooking,
  holder: Holder,
  now: Instant,
): BookingView => ({
  id: booking.id,
  reference: referenceOf(booking.id),
  status: booking.status,
  site,
  space: space ?? { id: booking.space, name: booking.space, access: { kind: 'counter-staff' } },
  date: booking.date,
  start: formatQuarter(booking.start),
  end: formatQuarter(booking.end),
  use: booking.use,
  places: booking.places,
  holderName: holder.name ?? '',
  ...(booking.until !== undefined && { until: localTextOf(booking.until, site) }),
  cause: booking.cause,
  note: booking.note,
  series: booking.series,
  workshop: booking.workshop,
  title: workshop?.title,
  cancellable: isStanding(booking) && decideCancellation(booking, site, now).ok,
})
