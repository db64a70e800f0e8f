import type {
  AvailabilityView,
  CounterText,
  SiteSummary,
  SiteView,
  SpaceView,
} from '../../../shared/contracts/site-views.ts'
import { answerDeadlineOf } from '../../../shared/domain/answer-deadline.ts'
import { availabilityOn, lastBookableDate, type SpaceDay } from '../../../shared/domain/availability.ts'
import { counterDayOn, isCounterOpenAt } from '../../../shared/domain/counter-hours.ts'
import type { DirectoryMatch } from '../../../shared/domain/directory.ts'
import { longestQuartersOf } from '../../../shared/domain/fair-use.ts'
import { type Instant, instantOf, localTextAt, localTimeAt } from '../../../shared/domain/instant.ts'
import { LENT_USES, lendingSummaryOf, lentUsesOf } from '../../../shared/domain/listed-space.ts'
import { datesFrom, type LocalDate } from '../../../shared/domain/local-date.ts'
import { isUndecidedOn } from '../../../shared/domain/opening.ts'
import { gridOf } from '../../../shared/domain/opening-grid.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'
import { formatQuarter, MINUTES_A_QUARTER } from '../../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../../shared/domain/quarter-range.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import type { LentSite } from '../../../shared/store/site-store.ts'
import type { SiteDays } from '../../use-cases/read-availability.ts'
import type { SiteForReader } from '../../use-cases/read-site.ts'
import { viewOfMinutes, viewOfPublicAccess } from './access-view.ts'
import { viewOfClosures } from './closure-view.ts'

export const viewOfDirectoryMatch = ({ spaces, ...match }: DirectoryMatch): SiteSummary => {
  const { lends, access, ...summary } = lendingSummaryOf(spaces)
  const uses = lends.map(({ use }) => use)
  return { ...match, ...summary, uses, lends: [...lends], access: [...access] }
}

const viewOfLimits = (space: Space) => ({
  shortestMinutes: space.limits.shortestQuarters * MINUTES_A_QUARTER,
  longestMinutes: longestQuartersOf(space) * MINUTES_A_QUARTER,
  gridMinutes: gridOf(space.limits) * MINUTES_A_QUARTER,
})

const MINUTES_A_DAY = 24 * 60

/** Until when a request made now is answered, for the last bookable day. */
const viewOfApproval = (space: Space, { site, closures }: LentSite, now: Instant): SpaceView['approval'] => {
  if (!space.approval) return undefined
  const end = instantOf({ date: lastBookableDate(space, site, now), minute: MINUTES_A_DAY }, site.timeZone)
  const by = answerDeadlineOf({ ...space.approval, now, startsAt: end }, { ...site, closures })
  return { ...space.approval, by: localTextAt(by, site.timeZone) }
}

const viewOfSpace = (space: SiteForReader['spaces'][number], lent: LentSite, now: Instant): SpaceView => ({
  ...space,
  ...viewOfLimits(space),
  approval: viewOfApproval(space, lent, now),
  uses: [...space.uses],
  amenities: [...space.amenities],
  features: [...space.features],
  access: viewOfPublicAccess(space.access),
  noticeMinutes: space.limits.noticeMinutes,
  horizonDays: space.limits.horizonDays,
})

export const viewOfCounterOn = ({ counter, departement }: Site, date: LocalDate): CounterText => {
  const day = counterDayOn(counter, date, departement)
  return day === 'unknown' ? undefined : day.map(viewOfMinutes)
}

const COUNTER_DAYS = 7

const viewOfCounter = (site: Site, now: Instant): SiteView['counter'] => {
  const { counter, departement, timeZone } = site
  const { date: today, minute } = localTimeAt(now, timeZone)
  const hours = counterDayOn(counter, today, departement)
  const days = datesFrom(today, COUNTER_DAYS).map((date) => ({ date, ranges: viewOfCounterOn(site, date) }))
  if (days.every(({ ranges }) => ranges === undefined)) return undefined
  return { openNow: hours === 'unknown' ? undefined : isCounterOpenAt(hours, minute), days }
}

export const viewOfSite = (lent: SiteForReader, now: Instant): SiteView => {
  const { site, spaces, conditions, premises } = lent
  const counter = viewOfCounter(site, now)
  return {
    ...site,
    today: localTimeAt(now, site.timeZone).date,
    counter,
    uses: LENT_USES.filter((use) => spaces.some((space) => lentUsesOf(space).includes(use))),
    spaces: spaces.map((space) => viewOfSpace(space, lent, now)),
    // Without those whose spaces are all lent no longer: their names would be missing.
    closures: viewOfClosures(lent, now).filter(
      (each) => !each.spaces || spaces.some(({ id }) => each.spaces?.includes(id)),
    ),
    ...(conditions?.rules !== undefined && { conditions }),
    owner: premises?.owner,
    operator: premises?.operator,
  }
}

const viewOfSpaceDay = (day: SpaceDay) => {
  const { open, free } = availabilityOn(day)
  const { space, site, date } = day
  return {
    space: space.id,
    open: open.map(formatRange),
    free: free.map(viewOfFreeRange),
    ...viewOfLimits(space),
    ...(isUndecidedOn(space.openings, { ...site, date }) && { undecided: true as const }),
  }
}

export const viewOfFreeRange = ({ start, end, places }: QuarterRange & { readonly places: number }) => ({
  start: formatQuarter(start),
  end: formatQuarter(end),
  places,
})

const viewOfDate = ({ site, days }: SiteDays, date: LocalDate): AvailabilityView['days'][number] => ({
  date,
  holiday: isPublicHoliday(date, site.departement),
  counter: viewOfCounterOn(site, date),
  spaces: days.filter((day) => day.date === date).map(viewOfSpaceDay),
})

export const viewOfAvailability = (found: SiteDays): AvailabilityView => ({
  site: found.site.id,
  days: found.dates.map((date) => viewOfDate(found, date)),
})
