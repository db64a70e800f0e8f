import { datesFrom, type LocalDate, weekdayOf } from './local-date.ts'
import { isPublicHoliday } from './public-holidays.ts'

/** Minutes of the local day, the end excluded: 09:00-12:00 is `[540, 720]`. */
export type MinuteRange = readonly [from: number, to: number]

/** In order and disjoint; `unknown`: staff may be there at any time, or never. */
export type CounterDay = readonly MinuteRange[] | 'unknown'

/** `weekly`: Monday first; a dated exception overrides a holiday; nothing is known after `knownUntil`. */
export type CounterHours = {
  readonly weekly: readonly CounterDay[]
  readonly onHolidays: CounterDay | 'as-usual'
  readonly exceptions: Readonly<Record<string, CounterDay>>
  readonly knownUntil?: LocalDate
}

export const counterDayOn = (
  hours: CounterHours | undefined,
  date: LocalDate,
  departement: string,
): CounterDay => {
  if (!hours || (hours.knownUntil !== undefined && date > hours.knownUntil)) return 'unknown'
  const exception = hours.exceptions[date]
  if (exception) return exception
  if (hours.onHolidays !== 'as-usual' && isPublicHoliday(date, departement)) return hours.onHolidays
  return hours.weekly[weekdayOf(date) - 1] ?? 'unknown'
}

export const isCounterOpenAt = (ranges: readonly MinuteRange[], minute: number): boolean =>
  ranges.some(([from, to]) => from <= minute && minute < to)

/** Open until a minute of this day, or next open from a minute of a day to come. */
export type CounterState =
  | { readonly openUntil: number }
  | { readonly opensOn: LocalDate; readonly opensAt: number }

const DAYS_AHEAD = 14

/** Undefined when it does not open in the next two weeks, as far as its hours are known. */
export const counterStateAt = (
  hours: CounterHours | undefined,
  { date, minute }: { readonly date: LocalDate; readonly minute: number },
  departement: string,
): CounterState | undefined => {
  for (const day of datesFrom(date, DAYS_AHEAD)) {
    const ranges = counterDayOn(hours, day, departement)
    if (ranges === 'unknown') continue
    const now = day === date ? minute : 0
    const [next] = ranges.filter(([, to]) => to > now)
    if (!next) continue
    return day === date && next[0] <= now ? { openUntil: next[1] } : { opensOn: day, opensAt: next[0] }
  }
  return undefined
}

/** Minutes of a morning and of an afternoon. */
export const HALF_DAYS: readonly [morning: MinuteRange, afternoon: MinuteRange] = [
  [8 * 60, 12 * 60],
  [14 * 60, 18 * 60],
]

/** A half-day is idle when the counter is closed throughout. */
export const isIdleDuring = (ranges: readonly MinuteRange[], [from, to]: MinuteRange): boolean =>
  ranges.every(([opens, closes]) => closes <= from || to <= opens)

/** `partly`: closed on at least one half-day from Monday to Friday; `closed`: all week. */
export const COUNTER_WEEKS = ['open', 'partly', 'closed', 'unknown'] as const
export type CounterWeek = (typeof COUNTER_WEEKS)[number]

const WEEKDAYS = 5

/** How much of an ordinary week the counter is open. */
export const counterWeekOf = (hours: CounterHours | undefined): CounterWeek => {
  if (!hours) return 'unknown'
  if (hours.weekly.every((day) => day !== 'unknown' && day.length === 0)) return 'closed'
  const weekdays = hours.weekly.slice(0, WEEKDAYS)
  const isIdle = (day: CounterDay) => day !== 'unknown' && HALF_DAYS.some((half) => isIdleDuring(day, half))
  if (weekdays.some(isIdle)) return 'partly'
  return weekdays.includes('unknown') ? 'unknown' : 'open'
}
