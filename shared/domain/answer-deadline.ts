import { type Closure, closedRangeOn, isInForce } from './closure.ts'
import { type CounterHours, counterDayOn, type MinuteRange } from './counter-hours.ts'
import { type Instant, instantOf, type LocalTime, localTimeAt } from './instant.ts'
import { addDays, type LocalDate } from './local-date.ts'
import { MINUTES_A_QUARTER } from './quarter.ts'
import type { Site } from './site.ts'

const MINUTES_A_DAY = 24 * 60
const NINE_TO_FIVE: readonly MinuteRange[] = [[9 * 60, 17 * 60]]

/** Assumed when the counter hours of a site are unknown. */
const OFFICE_HOURS: CounterHours = {
  weekly: [...Array.from({ length: 5 }, () => NINE_TO_FIVE), [], []],
  onHolidays: [],
  exceptions: {},
}

export type StaffSchedule = Pick<Site, 'departement' | 'timeZone'> & {
  readonly counter?: CounterHours | undefined
  readonly closures?: readonly Closure[] | undefined
}

const isMinutes = ([from, to]: MinuteRange): boolean => from < to

const minus = (ranges: readonly MinuteRange[], [from, to]: MinuteRange): MinuteRange[] =>
  ranges.flatMap(([start, end]) =>
    [[start, Math.min(end, from)] as const, [Math.max(start, to), end] as const].filter(isMinutes),
  )

const staffedOn = (date: LocalDate, { counter, departement, closures = [] }: StaffSchedule) => {
  const hours = [counter, OFFICE_HOURS].map((each) => counterDayOn(each, date, departement))
  const staffed = hours.find((day) => day !== 'unknown') ?? []
  const closed = closures
    .filter((closure) => isInForce(closure) && !closure.spaces)
    .flatMap((closure) => closedRangeOn(closure, date) ?? [])
    .map(({ start, end }): MinuteRange => [start * MINUTES_A_QUARTER, end * MINUTES_A_QUARTER])
  return closed.reduce<readonly MinuteRange[]>(minus, staffed)
}

const minutesIn = (ranges: readonly MinuteRange[]): number =>
  ranges.reduce((sum, [from, to]) => sum + to - from, 0)

const minuteAfter = (ranges: readonly MinuteRange[], minutes: number): number => {
  let left = minutes
  for (const [from, to] of ranges) {
    if (left <= to - from) return from + left
    left -= to - from
  }
  return ranges.at(-1)?.[1] ?? 0
}

const endOn = (
  now: Instant,
  hours: number,
  schedule: StaffSchedule,
  lastDate: LocalDate,
): LocalTime | undefined => {
  const { date: today, minute } = localTimeAt(now, schedule.timeZone)
  let left = hours * 60
  for (let date = today; date <= lastDate; date = addDays(date, 1)) {
    const all = staffedOn(date, schedule)
    const staffed = date === today ? minus(all, [0, minute]) : all
    const minutes = minutesIn(staffed)
    if (minutes === 0) continue
    // A whole opening day counts as 24 hours, a day that has begun as its remaining minutes.
    const worth = minutes === minutesIn(all) ? Math.max(MINUTES_A_DAY, minutes) : minutes
    if (left <= worth) return { date, minute: minuteAfter(staffed, Math.min(left, minutes)) }
    left -= worth
  }
  return undefined
}

/** The `hours` run only while the counter is open; a whole opening day counts as 24. */
export const answerDeadlineOf = (
  { hours, now, startsAt }: { readonly hours: number; readonly now: Instant; readonly startsAt: Instant },
  schedule: StaffSchedule,
): Instant => {
  const end = endOn(now, hours, schedule, localTimeAt(startsAt, schedule.timeZone).date)
  return end ? (Math.min(instantOf(end, schedule.timeZone), startsAt) as Instant) : startsAt
}
