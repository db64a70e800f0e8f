import { type LocalDate, weekdayOf } from './local-date.ts'
import { isPublicHoliday } from './public-holidays.ts'

/** Minutes of the local day, from included to excluded: 09:00-12:00 is `[540, 720]`. */
export type MinuteRange = readonly [from: number, to: number]

/**
 * When a site's counter is open, compiled from its source when written so that reading is arithmetic. `weekly` has
 * seven days, Monday first. A dated exception replaces the whole day, and goes before a public holiday.
 */
export type CounterHours = {
  readonly weekly: readonly (readonly MinuteRange[])[]
  readonly onHolidays: readonly MinuteRange[] | 'as-usual'
  readonly exceptions: Readonly<Record<string, readonly MinuteRange[]>>
}

/** When the counter is open on a date; in order, disjoint. */
export const counterRangesOn = (hours: CounterHours, date: LocalDate, departement: string): readonly MinuteRange[] => {
  const exception = hours.exceptions[date]
  if (exception) return exception
  if (hours.onHolidays !== 'as-usual' && isPublicHoliday(date, departement)) return hours.onHolidays
  return hours.weekly[weekdayOf(date) - 1] ?? []
}

export const isCounterOpenAt = (ranges: readonly MinuteRange[], minute: number): boolean =>
  ranges.some(([from, to]) => from <= minute && minute < to)
