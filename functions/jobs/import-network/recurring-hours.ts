import type { CounterDay } from '../../../shared/domain/counter-hours.ts'
import {
  addDays,
  daysBetween,
  type LocalDate,
  localDate,
  mondayOf,
  yearOf,
} from '../../../shared/domain/local-date.ts'
import { CLOSED, patternOf, sameDay } from './minute-ranges.ts'

type Day = readonly [date: LocalDate, day: CounterDay]

/** Says which dates of one weekday share their hours: those with the same number. */
type Cycle = (date: LocalDate) => number

const A_MONDAY = localDate(2024, 1, 1)

const weekNumber = (date: LocalDate): number => daysBetween(A_MONDAY, mondayOf(date)) / 7

/** ISO 8601: the week belongs to the year of its Thursday. After a year of 53 weeks, odd follows odd. */
const isoWeek = (date: LocalDate): number => {
  const thursday = addDays(mondayOf(date), 3)
  return Math.floor(daysBetween(localDate(yearOf(thursday), 1, 1), thursday) / 7) + 1
}

const dayOfMonth = (date: LocalDate): number => Number(date.slice(8))

const lastDayOfMonth = (date: LocalDate): number => {
  const soonAfter = addDays(localDate(yearOf(date), Number(date.slice(5, 7)), 28), 4)
  return dayOfMonth(addDays(soonAfter, -dayOfMonth(soonAfter)))
}

const EVERY_WEEK: Cycle = () => 0

/** Fortnights, as they follow one another or by even and odd weeks; fourth weeks; the place in the month, from either end. */
const CYCLES: readonly Cycle[] = [
  (date) => Math.abs(weekNumber(date)) % 2,
  (date) => isoWeek(date) % 2,
  (date) => ((weekNumber(date) % 4) + 4) % 4,
  (date) => Math.floor((dayOfMonth(date) - 1) / 7),
  (date) => Math.floor((lastDayOfMonth(date) - dayOfMonth(date)) / 7),
]

/** A day that happens twice may be a rule; one among many that does not fit is an exception. */
const LEAST_ALIKE = 2
const LEAST_BESIDE_AN_EXCEPTION = 5
const MOST_EXCEPTIONS = 1
/** What is new among the latest days may be the first of many. */
const LATEST = 2

const usualOf = (days: readonly Day[]): CounterDay => {
  const [most] = [...Map.groupBy(days, ([, day]) => patternOf(day)).values()].sort(
    (a, b) => b.length - a.length,
  )
  return most?.[0]?.[1] ?? 'unknown'
}

/** What a cycle says of each of its numbers; undefined when it does not explain the days. */
const explain = (cycle: Cycle, days: readonly Day[]): ReadonlyMap<number, CounterDay> | undefined => {
  const said = new Map<number, CounterDay>()
  const odd: Day[] = []
  for (const [number, alike] of Map.groupBy(days, ([date]) => cycle(date))) {
    const usual = usualOf(alike)
    const others = alike.filter(([, day]) => !sameDay(day, usual))
    const least = others.length === 0 ? LEAST_ALIKE : LEAST_BESIDE_AN_EXCEPTION
    odd.push(...others)
    if (alike.length - others.length >= least) said.set(number, usual)
    else if (others.length > 0) return undefined
  }
  const latest = days.slice(-LATEST)
  const isNew = ([, day]: Day) => !days.slice(0, -LATEST).some(([, before]) => sameDay(before, day))
  const hasChanged = latest.some((day) => odd.includes(day) || (isNew(day) && !said.has(cycle(day[0]))))
  return odd.length <= MOST_EXCEPTIONS && !hasChanged ? said : undefined
}

type Forecast = (date: LocalDate) => CounterDay

const UNKNOWN: Forecast = () => 'unknown'

/** What all cycles that explain the days say alike; where every week does, the others need not say anything. */
const forecastBy = (days: readonly Day[]): Forecast | undefined => {
  const [first] = days
  if (first && days.every(([, day]) => sameDay(day, first[1]))) return () => first[1]
  const always = explain(EVERY_WEEK, days)?.get(0)
  const fitting = CYCLES.flatMap((cycle) => {
    const said = explain(cycle, days)
    return said ? [(date: LocalDate) => said.get(cycle(date)) ?? always ?? 'unknown'] : []
  })
  if (!always && fitting.length === 0) return undefined
  return (date) => {
    const [said = 'unknown', ...others] = [...(always ? [always] : []), ...fitting.map((say) => say(date))]
    return others.every((day) => sameDay(day, said)) ? said : 'unknown'
  }
}

const FEWEST_DAYS = 8
/** Longer than the hours of a summer last. */
const SETTLED_DAYS = 10

/**
 * What the days of one weekday, in order, let expect of others: every week, every fortnight or fourth week, or by place
 * in the month. `unknown` where they allow two answers, or where the hours have changed of late. Days that have become
 * closed are never expected to stay so.
 */
export const forecastOf = (days: readonly Day[]): Forecast => {
  if (days.length < FEWEST_DAYS) return UNKNOWN
  const whole = forecastBy(days)
  if (whole || days.length <= SETTLED_DAYS) return whole ?? UNKNOWN
  const settled = forecastBy(days.slice(-SETTLED_DAYS)) ?? UNKNOWN
  return (date) => (sameDay(settled(date), CLOSED) ? 'unknown' : settled(date))
}
