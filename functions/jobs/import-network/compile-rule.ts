import { type CounterHours, counterDayOn } from '../../../shared/domain/counter-hours.ts'
import {
  addDays,
  datesFrom,
  daysBetween,
  type LocalDate,
  parseLocalDate,
  weekdayOf,
  yearOf,
} from '../../../shared/domain/local-date.ts'
import { isPublicHoliday, publicHolidays } from '../../../shared/domain/public-holidays.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { type CompileContext, compileDays, type KnownDays } from './compile-days.ts'
import { parseRule, partsOf, type Rule } from './evaluate-rule.ts'
import { sameDay } from './minute-ranges.ts'

/** The next import comes before later dates can be booked. */
export const DAYS_AHEAD = 400

/** Any département without holidays of its own. */
const NATIONAL = '75'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DATE = '(\\d{4}) ([A-Z][a-z]{2}) (\\d{2})(?:-(?:(?:(\\d{4}) )?([A-Z][a-z]{2}) )?(\\d{2}))?'
const DAYS = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*'
const SPAN = '\\d{1,2}:\\d{2}\\s?-\\s?\\d{1,2}:\\d{2}'
const STATE = `(?:${SPAN}(?:,\\s?${SPAN})*|off|closed)`
const WEEKLY = new RegExp(`^(?:(?:${DAYS} )?${STATE}|24/7)$`)
const DATED = new RegExp(`^${DATE}(?:,\\s?${DATE})*:? ${STATE}$`)

/**
 * A rule that repeats weekly, or names dates of given years: one week, the public holidays and those dates
 * tell everything. Other rules are evaluated for every day.
 */
type SimpleRule = { readonly weekly: string; readonly dated: readonly LocalDate[] }

const datesNamed = (text: string): LocalDate[] | undefined => {
  const dates: LocalDate[] = []
  for (const [, year, month, day, toYear, toMonth, toDay] of text.matchAll(new RegExp(DATE, 'g'))) {
    const dateOf = (y = '', m = '', d = '') =>
      parseLocalDate(`${y}-${String(MONTHS.indexOf(m) + 1).padStart(2, '0')}-${d}`)
    const from = dateOf(year, month, day)
    const to = toDay === undefined ? from : dateOf(toYear ?? year, toMonth ?? month, toDay)
    if (!from || !to || daysBetween(from, to) < 0 || daysBetween(from, to) > DAYS_AHEAD) return undefined
    dates.push(...datesFrom(from, daysBetween(from, to) + 1))
  }
  return dates
}

/** Hours past midnight belong to two days. */
const endsTheSameDay = (part: string): boolean =>
  [...part.matchAll(/(\d{1,2}):(\d{2})\s?-\s?(\d{1,2}):(\d{2})/g)].every(([, ...texts]) => {
    const [hour = 0, minute = 0, toHour = 0, toMinute = 0] = texts.map(Number)
    return hour * 60 + minute < toHour * 60 + toMinute && toHour * 60 + toMinute <= 24 * 60
  })

const simplify = (text: string): SimpleRule | undefined => {
  const parts = partsOf(text)
  const dated = parts.filter((part) => DATED.test(part))
  const weekly = parts.filter((part) => WEEKLY.test(part))
  if (dated.length + weekly.length < parts.length || !parts.every(endsTheSameDay)) return undefined
  const dates = datesNamed(dated.join('; '))
  return dates && { weekly: weekly.join('; ') || 'closed', dated: dates }
}

const ordinaryMonday = (today: LocalDate): LocalDate => {
  let monday = addDays(today, (8 - weekdayOf(today)) % 7)
  while (datesFrom(monday, 7).some((date) => isPublicHoliday(date, NATIONAL))) monday = addDays(monday, 7)
  return monday
}

const holidaysAhead = (today: LocalDate): LocalDate[] =>
  datesFrom(today, DAYS_AHEAD).filter((date) => isPublicHoliday(date, NATIONAL))

const daysOn = (rule: Rule, stretches: readonly (readonly [from: LocalDate, days: number])[]) => {
  const all = new Map<LocalDate, ReturnType<typeof counterDayOn>>()
  for (const stretch of stretches) {
    const days = rule(...stretch)
    if (!days.ok) return days
    for (const [date, day] of days.value) all.set(date, day)
  }
  return ok<KnownDays>(all)
}

const single = (date: LocalDate) => [date, 1] as const

const weekOf = (weekly: string, today: LocalDate): Result<KnownDays, string> => {
  const rule = parseRule(weekly)
  if (!rule.ok) return rule
  const holidays = weekly.includes('PH') && !weekly.endsWith('; PH off') ? holidaysAhead(today) : []
  return daysOn(rule.value, [[ordinaryMonday(today), 7], ...holidays.map(single)])
}

const hasOwnHolidays = (departement: string, year: number): boolean =>
  publicHolidays(year, departement).size > publicHolidays(year, NATIONAL).size

/** The library does not know the holidays of single territories, which count as other holidays. */
const compileWeek = (days: KnownDays, weekly: string, today: LocalDate): CounterHours => {
  const hours = compileDays(days, { today, departement: NATIONAL })
  const withHolidays: CounterHours = weekly.includes('PH') ? hours : { ...hours, onHolidays: 'as-usual' }
  // Holidays that differ from each other are known only within the evaluated days.
  const isBounded = Object.keys(hours.exceptions).length > 0
  return isBounded ? { ...withHolidays, knownUntil: addDays(today, DAYS_AHEAD - 1) } : withHolidays
}

/** Holidays of single territories count as other holidays unless the rule names them. */
const compileEveryDay = (
  days: KnownDays,
  text: string,
  { today, departement }: CompileContext,
): CounterHours => {
  const named = new Set(datesNamed(text))
  const isSure = (date: LocalDate) =>
    isPublicHoliday(date, NATIONAL) || !isPublicHoliday(date, departement) || named.has(date)
  const sure = text.includes('PH') ? new Map([...days].filter(([date]) => isSure(date))) : days
  return { ...compileDays(sure, { today, departement }), knownUntil: addDays(today, DAYS_AHEAD - 1) }
}

const withDates = (hours: CounterHours, dated: KnownDays, departement: string): CounterHours => {
  const differing = [...dated].filter(([date, day]) => !sameDay(day, counterDayOn(hours, date, departement)))
  return { ...hours, exceptions: { ...hours.exceptions, ...Object.fromEntries(differing) } }
}

const remembering = <T>(compute: (key: string) => T): ((key: string) => T) => {
  const known = new Map<string, T>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}

/** Asks the library once per text and keeps only days, since its rules are large. */
const evaluator = (today: LocalDate) => ({
  week: remembering((weekly) => weekOf(weekly, today)),
  everyDay: remembering((text) => {
    const rule = parseRule(text)
    return rule.ok ? daysOn(rule.value, [[today, DAYS_AHEAD]]) : rule
  }),
})

/**
 * Compiles OSM opening_hours rules to counter hours, or refuses with a reason. Sites share rules, so each is
 * evaluated once per calendar of public holidays.
 */
export const ruleCompiler = (today: LocalDate) => {
  const { week, everyDay } = evaluator(today)
  const compiled = new Map<string, CounterHours>()

  const remembered = (key: string, compile: () => CounterHours): CounterHours => {
    const hours = compiled.get(key) ?? compile()
    compiled.set(key, hours)
    return hours
  }

  return (text: string, departement: string): Result<CounterHours, string> => {
    const simple = simplify(text)
    const days = simple ? week(simple.weekly) : everyDay(text)
    if (!days.ok) return days
    if (!simple) {
      const calendar = hasOwnHolidays(departement, yearOf(today)) ? departement : NATIONAL
      const compile = () => compileEveryDay(days.value, text, { today, departement: calendar })
      return ok(remembered(`${calendar} ${text}`, compile))
    }
    const hours = remembered(simple.weekly, () => compileWeek(days.value, simple.weekly, today))
    const dates = simple.dated.filter((date) => date >= today).sort()
    if (dates.length === 0) return ok(hours)
    const rule = parseRule(text)
    const dated = rule.ok ? daysOn(rule.value, dates.map(single)) : rule
    return dated.ok ? ok(withDates(hours, dated.value, departement)) : dated
  }
}
