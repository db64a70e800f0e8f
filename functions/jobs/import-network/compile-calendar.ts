import type { CounterDay, CounterHours } from '../../../shared/domain/counter-hours.ts'
import {
  addDays,
  datesFrom,
  daysBetween,
  type LocalDate,
  weekdayOf,
} from '../../../shared/domain/local-date.ts'
import { isPublicHoliday } from '../../../shared/domain/public-holidays.ts'
import { type CompileContext, compileDays, type KnownDays } from './compile-days.ts'
import { CLOSED, sameDay } from './minute-ranges.ts'
import { forecastOf } from './recurring-hours.ts'

/** Expectations reach as far ahead as spaces are usually lent. */
const DAYS_EXPECTED = 183

/** An office that has been closed for this long may reopen any day. */
const CLOSED_DAYS = 28

const SUMMER = ['07', '08']

const isClosed = (day: CounterDay): boolean => sameDay(day, CLOSED)

/** Summer hours are known only from a calendar that contains them. */
const isSummer = (date: LocalDate): boolean => SUMMER.includes(date.slice(5, 7))

/** Expected hours of dates outside the calendar; some offices open on some public holidays. */
const expectation = (days: KnownDays, departement: string): ((date: LocalDate) => CounterDay) => {
  const sorted = [...days].filter(([, day]) => day !== 'unknown').sort(([a], [b]) => (a < b ? -1 : 1))
  const last = sorted.at(-1)?.[0]
  const isShut = sorted.every(
    ([date, day]) => isClosed(day) || (last && daysBetween(date, last) >= CLOSED_DAYS),
  )
  if (isShut) return () => 'unknown'
  const isHoliday = (date: LocalDate) => isPublicHoliday(date, departement)
  const ordinary = Map.groupBy(
    sorted.filter(([date]) => !isHoliday(date)),
    ([date]) => weekdayOf(date),
  )
  const forecasts = new Map([...ordinary].map(([weekday, each]) => [weekday, forecastOf(each)]))
  return (date) =>
    isHoliday(date) || isSummer(date) ? 'unknown' : (forecasts.get(weekdayOf(date))?.(date) ?? 'unknown')
}

/** Compiles a calendar: its own days, expected hours for half a year after them, unknown otherwise. */
export const compileCalendar = (days: KnownDays, context: CompileContext): CounterHours => {
  const last = [...days.keys()].sort().at(-1) ?? context.today
  const knownUntil = addDays(last, DAYS_EXPECTED)
  const expected = expectation(days, context.departement)
  const ahead = datesFrom(context.today, Math.max(0, daysBetween(context.today, knownUntil) + 1))
  const dayOn = (date: LocalDate): CounterDay => days.get(date) ?? (date > last ? expected(date) : 'unknown')
  const all = new Map([...days, ...ahead.map((date) => [date, dayOn(date)] as const)])
  return { ...compileDays(all, context), knownUntil }
}
