import { addDays, type LocalDate } from './local-date.ts'
import { isUndecidedOn, openRangesOn } from './opening.ts'
import { isWithin, type QuarterRange } from './quarter-range.ts'
import { MOST_DATES, MOST_DAYS, type Recurrence, readRule } from './recurrence-rule.ts'
import type { Rolling, Series } from './series.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'

/** Older dates leave the series; their bookings stay with the holder. */
const KEPT_DAYS = 366

const earliest = (...dates: readonly (LocalDate | undefined)[]): LocalDate | undefined =>
  dates.filter((date) => date !== undefined).sort()[0]

const ruleDateAt = ({ days }: Pick<Series, 'days'>, date: LocalDate): LocalDate => addDays(date, -days)

export const isRollingDate = ({ until }: Rolling, ruleDate: LocalDate): boolean =>
  until === undefined || ruleDate <= until

/** `isDecided`: false while nobody can tell whether the space is lent on the date. */
export type RollingReach = {
  readonly today: LocalDate
  readonly lastDate: LocalDate
  readonly isDecided?: (date: LocalDate) => boolean
}

/** A date of unknown hours is tried anyway this many days before. */
const DAYS_TO_DECIDE = 14

export const isDecidedIn =
  ({ openings, ...range }: Pick<Space, 'openings'> & QuarterRange, site: Site, today: LocalDate) =>
  (date: LocalDate): boolean =>
    date <= addDays(today, DAYS_TO_DECIDE) ||
    !isUndecidedOn(openings, { ...site, date }) ||
    isWithin(openRangesOn(openings, { ...site, date }), range)

export const extendRollingSeries = async (
  series: Series,
  { today, lastDate, isDecided = () => true }: RollingReach,
  recurrence: Recurrence,
): Promise<Pick<Series, 'dates' | 'refusals' | 'rolling'> | undefined> => {
  const { rolling } = series
  const rule = readRule(series.rule)
  const last = series.dates.at(-1)
  if (!rolling || !rule.ok || !last) return undefined
  const reach = ruleDateAt(series, earliest(lastDate, addDays(today, MOST_DAYS)) ?? lastDate)
  const end = earliest(reach, rolling.until) ?? reach
  const left = new Set([last, ...rolling.exceptions])
  // Every date of a rule is a start that gives the same dates.
  const found = end > last ? await recurrence(rule.value.pattern, last, end) : []
  const wanted = found.filter((date) => !left.has(date)).slice(0, MOST_DATES)
  const undecided = wanted.findIndex((date) => !isDecided(addDays(date, series.days)))
  const pending = undecided < 0 ? wanted : wanted.slice(0, undecided)
  if (pending.length > 0) {
    const dates = series.dates.filter((date) => date === last || date >= addDays(today, -KEPT_DAYS))
    const refusals = Object.fromEntries(
      dates.flatMap((date) => (series.refusals[date] ? [[date, series.refusals[date]]] : [])),
    )
    return { dates: [...dates, ...pending], refusals, rolling: { ...rolling, pending } }
  }
  if (undecided >= 0) return undefined
  const { dates, refusals } = series
  return rolling.until && rolling.until <= reach ? { dates, refusals, rolling: undefined } : undefined
}

/** Without a date it stops entirely. */
export const endRollingBefore = (series: Series, from: LocalDate | undefined): Rolling | undefined => {
  const { rolling, dates } = series
  const [first] = dates
  if (!rolling || !first) return undefined
  const until = addDays(from ? ruleDateAt(series, from) : first, -1)
  const isFinished = rolling.pending.length === 0 && dates.some((date) => date >= until)
  return isFinished ? undefined : { ...rolling, until: earliest(rolling.until, until) }
}
