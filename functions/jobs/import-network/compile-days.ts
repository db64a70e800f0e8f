import { type CounterHours, counterRangesOn } from '../../../shared/domain/counter-hours.ts'
import { type LocalDate, type Weekday, weekdayOf } from '../../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'
import { CLOSED, type MinuteRanges, patternOf, sameRanges } from './minute-ranges.ts'

export type KnownDays = ReadonlyMap<LocalDate, MinuteRanges>

/** Exceptions before `today` are dropped; the département tells the public holidays. */
export type CompileContext = { readonly today: LocalDate; readonly departement: string }

type Day = readonly [date: LocalDate, ranges: MinuteRanges]

const WEEKDAYS: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7]

/** Of patterns that are equally frequent, the one met latest. */
const mostFrequent = (days: readonly Day[]): MinuteRanges => {
  const seen = new Map<string, { count: number; last: Day }>()
  for (const day of days) {
    const pattern = patternOf(day[1])
    const known = seen.get(pattern)
    seen.set(pattern, { count: (known?.count ?? 0) + 1, last: known && known.last[0] > day[0] ? known.last : day })
  }
  const [first] = [...seen.values()].sort((a, b) => b.count - a.count || (a.last[0] < b.last[0] ? 1 : -1))
  return first?.last[1] ?? CLOSED
}

const holidayHours = (holidays: readonly Day[], weekly: readonly MinuteRanges[]): CounterHours['onHolidays'] => {
  if (holidays.every(([, ranges]) => ranges.length === 0)) return CLOSED
  const asUsual = holidays.every(([date, ranges]) => sameRanges(ranges, weekly[weekdayOf(date) - 1] ?? CLOSED))
  return asUsual ? 'as-usual' : mostFrequent(holidays)
}

/**
 * Counter hours from the hours of single dates: the most frequent day of each weekday, a weekday never seen being
 * closed, and as exceptions the dates to come that differ from what the week and the holidays give.
 */
export const compileDays = (days: KnownDays, { today, departement }: CompileContext): CounterHours => {
  const all = [...days]
  const ordinary = all.filter(([date]) => !isPublicHoliday(date, departement))
  const weekly = WEEKDAYS.map((weekday) => mostFrequent(ordinary.filter(([date]) => weekdayOf(date) === weekday)))
  const onHolidays = holidayHours(
    all.filter(([date]) => isPublicHoliday(date, departement)),
    weekly,
  )
  const regular: CounterHours = { weekly, onHolidays, exceptions: {} }
  const exceptions = all
    .filter(([date, ranges]) => date >= today && !sameRanges(ranges, counterRangesOn(regular, date, departement)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...regular, exceptions: Object.fromEntries(exceptions) }
}
