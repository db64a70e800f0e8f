import { type CounterDay, type CounterHours, counterDayOn } from '../../../shared/domain/counter-hours.ts'
import { type LocalDate, WEEKDAYS, weekdayOf } from '../../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'
import { CLOSED, patternOf, sameDay } from './minute-ranges.ts'

export type KnownDays = ReadonlyMap<LocalDate, CounterDay>

export type CompileContext = { readonly today: LocalDate; readonly departement: string }

type Day = readonly [date: LocalDate, day: CounterDay]

/** The latest of equally frequent days wins. */
const mostFrequent = (days: readonly Day[]): CounterDay => {
  const seen = new Map<string, { count: number; last: Day }>()
  for (const day of days) {
    const pattern = patternOf(day[1])
    const known = seen.get(pattern)
    seen.set(pattern, {
      count: (known?.count ?? 0) + 1,
      last: known && known.last[0] > day[0] ? known.last : day,
    })
  }
  const [first] = [...seen.values()].sort((a, b) => b.count - a.count || (a.last[0] < b.last[0] ? 1 : -1))
  return first?.last[1] ?? 'unknown'
}

const holidayHours = (
  holidays: readonly Day[],
  weekly: readonly CounterDay[],
): CounterHours['onHolidays'] => {
  if (holidays.every(([, day]) => day.length === 0)) return CLOSED
  const asUsual = holidays.every(([date, day]) => sameDay(day, weekly[weekdayOf(date) - 1] ?? 'unknown'))
  return asUsual ? 'as-usual' : mostFrequent(holidays)
}

/**
 * Compiles days to counter hours from today on: the most frequent day of each weekday, and exceptions where
 * dates differ from that. Weekdays without any date are unknown.
 */
export const compileDays = (days: KnownDays, { today, departement }: CompileContext): CounterHours => {
  const all = [...days]
  const ordinary = all.filter(([date]) => !isPublicHoliday(date, departement))
  const weekly = WEEKDAYS.map((weekday) =>
    mostFrequent(ordinary.filter(([date]) => weekdayOf(date) === weekday)),
  )
  const onHolidays = holidayHours(
    all.filter(([date]) => isPublicHoliday(date, departement)),
    weekly,
  )
  const regular: CounterHours = { weekly, onHolidays, exceptions: {} }
  const exceptions = all
    .filter(([date, day]) => date >= today && !sameDay(day, counterDayOn(regular, date, departement)))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...regular, exceptions: Object.fromEntries(exceptions) }
}
