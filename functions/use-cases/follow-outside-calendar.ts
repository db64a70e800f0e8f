import { isSameAllocations } from '../../shared/domain/allocation.ts'
import type { ClosedDay } from '../../shared/domain/closure.ts'
import type { SiteId, SpaceId } from '../../shared/domain/ids.ts'
import {
  addMinutes,
  type Instant,
  instantAt,
  localTimeAt,
  type TimeZone,
} from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import {
  type BusyTime,
  busyDays,
  closureOfOutside,
  isLongUnread,
  LONGEST_AHEAD_DAYS,
  nextReadingAt,
  type OutsideCalendar,
  type OutsideFault,
  takenByOutside,
} from '../../shared/domain/outside-calendar.ts'
import { QUARTERS_A_DAY, quarter } from '../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Space } from '../../shared/domain/space.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { offerWhatIsFree } from './commit-and-offer.ts'
import type { IsOutOfTime } from './finish-closure.ts'

export type HeardOutside =
  | 'unchanged'
  | {
      readonly times: readonly BusyTime[]
      readonly etag?: string | undefined
      readonly modified?: string | undefined
    }

/** Asks the address of a calendar; without a `reading` it answers all of it. */
export type ReadOutside = (
  calendar: Pick<OutsideCalendar, 'url' | 'reading'>,
  within: BusyTime & { readonly timeZone: TimeZone },
) => Promise<Result<HeardOutside, OutsideFault>>

type OutsideDue = { readonly site: SiteId; readonly space: SpaceId; readonly at: Instant }

type Deps = BookingDependencies & Pick<Dependencies, 'outsideCalendars'>

const horizonOf = ({ limits, limitsFor = {} }: Space): number =>
  Math.min(
    Math.max(limits.horizonDays, ...Object.values(limitsFor).map((each) => each?.horizonDays ?? 0)),
    LONGEST_AHEAD_DAYS,
  )

type Dates = { readonly from: LocalDate; readonly to: LocalDate }
type Days = ReadonlyMap<LocalDate, readonly QuarterRange[]>

/** Takes the dates as they are busy now, and offers what that frees. Answers false when time ran out. */
const takeDays = async (
  calendar: OutsideCalendar,
  { days, dates, lent }: { readonly days: Days; readonly dates: Dates; readonly lent: LentSite },
  isOutOfTime: IsOutOfTime,
  deps: Deps,
): Promise<boolean> => {
  const { site, space } = calendar
  const closure = closureOfOutside(site, space)
  const listed = await deps.closedDays.listClosedDays(site, dates.from, dates.to)
  const taken = new Map(listed.filter((day) => day.closure === closure).map((day) => [day.date, day]))
  for (const date of new Set([...taken.keys(), ...days.keys()])) {
    const before = taken.get(date)
    const allocations = takenByOutside(days.get(date) ?? [], { space, date, spaces: lent.spaces })
    if (isSameAllocations(before?.allocations ?? [], allocations)) continue
    if (isOutOfTime()) return false
    const day: ClosedDay = { closure, date, reason: '', state: 'closed', allocations, touched: new Set() }
    // What changed in between is read anew by the next run.
    if (await deps.outsideCalendars.takeDay(calendar, before, day)) return false
    if (before) await offerWhatIsFree({ site, date }, deps)
  }
  return true
}

const end = async (
  calendar: OutsideCalendar,
  dates: Dates,
  { lent, isOutOfTime }: { readonly lent: LentSite; readonly isOutOfTime: IsOutOfTime },
  deps: Deps,
): Promise<void> => {
  if (await takeDays(calendar, { days: new Map(), dates, lent }, isOutOfTime, deps))
    await deps.outsideCalendars.dropOutside(calendar)
  else await deps.outsideCalendars.putOutside(soon(calendar, deps.now()), calendar)
}

const soon = (calendar: OutsideCalendar, now: Instant): OutsideCalendar => ({
  ...calendar,
  dueAt: addMinutes(now, 1),
})

const failed = (calendar: OutsideCalendar, fault: OutsideFault, now: Instant): OutsideCalendar => {
  const { failingSince = now, toldAt } = calendar
  return {
    ...calendar,
    fault,
    failures: calendar.failures + 1,
    failingSince,
    toldAt: toldAt ?? (isLongUnread(failingSince, now) ? now : undefined),
    dueAt: nextReadingAt(now, calendar.failures + 1),
  }
}

const heard = (
  { fault: _, failingSince: __, toldAt: ___, ...calendar }: OutsideCalendar,
  reading: OutsideCalendar['reading'],
  now: Instant,
): OutsideCalendar => ({ ...calendar, reading, readAt: now, failures: 0, dueAt: nextReadingAt(now, 0) })

/** What a calendar is after it was asked; `undefined` when all of it is to be asked again soon. */
const asked = async (
  calendar: OutsideCalendar,
  { dates, lent }: { readonly dates: Dates; readonly lent: LentSite },
  { readOutside, isOutOfTime }: { readonly readOutside: ReadOutside; readonly isOutOfTime: IsOutOfTime },
  deps: Deps,
): Promise<OutsideCalendar> => {
  const { timeZone } = lent.site
  const { from: today, to } = dates
  const { url, reading } = calendar
  const within = {
    timeZone,
    from: instantAt(today, quarter(0), timeZone),
    to: instantAt(to, quarter(QUARTERS_A_DAY), timeZone),
  }
  // All of it once a day, since the days to come and the spaces change too.
  const answer = await readOutside({ url, reading: reading?.on === today ? reading : undefined }, within)
  if (!answer.ok) return failed(calendar, answer.error, deps.now())
  if (answer.value === 'unchanged') return heard(calendar, reading, deps.now())
  const { times, etag, modified } = answer.value
  const days = busyDays(times, { ...dates, timeZone })
  if (!(await takeDays(calendar, { days, dates, lent }, isOutOfTime, deps))) return soon(calendar, deps.now())
  return heard(calendar, { on: today, etag, modified }, deps.now())
}

/** Reads one that is due and takes its times; one that was changed since is due at another time. */
export const followOutside = async (
  { site, space: id, at }: OutsideDue,
  how: { readonly readOutside: ReadOutside; readonly isOutOfTime: IsOutOfTime },
  deps: Deps,
): Promise<void> => {
  const [calendar, lent] = await Promise.all([
    deps.outsideCalendars.findOutside(site, id),
    deps.sites.findSite(site, { consistent: true }),
  ])
  if (!calendar || !lent || calendar.dueAt !== at) return
  const space = lent.spaces.find((each) => each.id === id)
  const from = localTimeAt(deps.now(), lent.site.timeZone).date
  if (calendar.isEnding || !space)
    return end(calendar, { from, to: addDays(from, LONGEST_AHEAD_DAYS) }, { ...how, lent }, deps)
  const dates = { from, to: addDays(from, horizonOf(space)) }
  await deps.outsideCalendars.putOutside(await asked(calendar, { dates, lent }, how, deps), calendar)
}
