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

/** Dates of a weekday with the same number share their hours. */
type Cycle = (date: LocalDate) => number

const A_MONDAY = localDate(2024, 1, 1)

const weekNumber = (date: LocalDate): number => daysBetween(A_MONDAY, mondayOf(date)) / 7

/** ISO 8601: a week belongs to the year of its Thursday. After 53 weeks, odd follows odd. */
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

/** Fortnights by succession or even and odd weeks, fourth weeks, places in the month from either end. */
const CYCLES: readonly Cycle[] = [
  (date) => Math.abs(weekNumber(date)) % 2,
  (date) => isoWeek(date) % 2,
  (date) => ((weekNumber(date) % 4) + 4) % 4,
  (date) => Math.floor((dayOfMonth(date) - 1) / 7),
  (date) => Math.floor((lastDayOfMonth(date) - dayOfMonth(date)) / 7),
]

/** Two equal days may be a rule; a single different day is an exception. */
const LEAST_ALIKE = 2
const LEAST_BESIDE_AN_EXCEPTION = 5
const MOST_EXCEPTIONS = 1
/** New hours among the latest days may be the start of a change. */
const LATEST = 2

const usualOf = (days: readonly Day[]): CounterDay => {
  const [most] = [...Map.groupBy(days, ([, day]) => patternOf(day)).values()].sort(
    (a, b) => b.length - a.length,
  )
  return most?.[0]?.[1] ?? 'unknown'
}

/** Undefined when the cycle does not explain the days. */
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

/** The hours on which all fitting cycles agree; a weekly cycle needs no other. */
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
/** Longer than summer hours last. */
const SETTLED_DAYS = 10

/**
 * Expected hours of a weekday, from its past days in order: weekly, every second or fourth week, or by place
 * in the month. `unknown` if ambiguous or recently changed; recent closing never lasts.
 */
export const forecastOf = (days: readonly Day[]): Forecast => {
  if (days.length < FEWEST_DAYS) return UNKNOWN
  const whole = forecastBy(days)
  if (whole || days.length <= SETTLED_DAYS) return whole ?? UNKNOWN
  const settled = forecastBy(days.slice(-SETTLED_DAYS)) ?? UNKNOWN
  return (date) => (sameDay(settled(date), CLOSED) ? 'unknown' : settled(date))
}
