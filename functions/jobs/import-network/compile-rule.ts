import { type CounterHours, counterRangesOn } from '../../../shared/domain/counter-hours.ts'
import {
  addDays,
  datesFrom,
  daysBetween,
  type LocalDate,
  localDate,
  weekdayOf,
  yearOf,
} from '../../../shared/domain/local-date.ts'
import { isPublicHoliday, publicHolidays } from '../../../shared/domain/public-holidays.ts'
import { ok, type Result } from '../../../shared/domain/result.ts'
import { type CompileContext, compileDays, type KnownDays } from './compile-days.ts'
import { parseRule, type Rule } from './evaluate-rule.ts'
import { sameRanges } from './minute-ranges.ts'

/** How far ahead dates are looked at: what is further cannot be booked before the next import. */
const DAYS_AHEAD = 400

/** Any département without holidays of its own. */
const NATIONAL = '75'

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const NAMED_DATES = /(\d{4}) ([A-Z][a-z]{2}) (\d{1,2})(?:-(?:(\d{4}) )?(?:([A-Z][a-z]{2}) )?(\d{1,2})(?![:\d]))?/g
const WEEKDAYS = '(?:Mo|Tu|We|Th|Fr|Sa|Su|PH)(?:[-,](?:Mo|Tu|We|Th|Fr|Sa|Su|PH))*'
const SAME_EVERY_WEEK = new RegExp(`^(?:(?:${WEEKDAYS} )?(?:[\\d:,-]+|off|closed)|24/7)$`)

/** A rule cut where it is dated: what holds every year, and the parts that name dates of given years. */
type RuleParts = { readonly regular: string; readonly dated: readonly string[] }

const partsOf = (text: string): RuleParts => {
  const parts = text.includes('"') ? [text] : text.split(/;\s*/).filter((part) => part !== '')
  const isDated = (part: string) => /^\d{4} [A-Z]/.test(part)
  return { regular: parts.filter((part) => !isDated(part)).join('; ') || 'closed', dated: parts.filter(isDated) }
}

const namedDates = (part: string): LocalDate[] =>
  [...part.matchAll(NAMED_DATES)].flatMap(([, year, month, day, toYear, toMonth, toDay]) => {
    const dateOf = (y = '', m = '', d = '') => localDate(Number(y), MONTHS.indexOf(m) + 1, Number(d))
    const from = dateOf(year, month, day)
    const to = toDay === undefined ? from : dateOf(toYear ?? year, toMonth ?? month, toDay)
    return datesFrom(from, Math.min(DAYS_AHEAD, Math.max(0, daysBetween(from, to)) + 1))
  })

const ordinaryMonday = (today: LocalDate): LocalDate => {
  let monday = addDays(today, (8 - weekdayOf(today)) % 7)
  while (datesFrom(monday, 7).some((date) => isPublicHoliday(date, NATIONAL))) monday = addDays(monday, 7)
  return monday
}

const holidaysAhead = (today: LocalDate): LocalDate[] =>
  datesFrom(today, DAYS_AHEAD).filter((date) => isPublicHoliday(date, NATIONAL))

const daysOfRule = (rule: Rule, regular: string, today: LocalDate): KnownDays => {
  const parts = regular.split('; ')
  if (!parts.every((part) => SAME_EVERY_WEEK.test(part))) return rule.rangesFrom(today, DAYS_AHEAD)
  const week = rule.rangesFrom(ordinaryMonday(today), 7)
  if (!regular.includes('PH') || parts.at(-1) === 'PH off') return week
  return new Map([...week, ...holidaysAhead(today).flatMap((date) => [...rule.rangesFrom(date, 1)])])
}

const hasOwnHolidays = (departement: string, year: number): boolean =>
  publicHolidays(year, departement).size > publicHolidays(year, NATIONAL).size

const compileRegular = (days: KnownDays, regular: string, { today, departement }: CompileContext): CounterHours => {
  // The library does not know where the site stands: on holidays of its territory alone, the domain decides.
  const sure = [...days].filter(([date]) => isPublicHoliday(date, NATIONAL) || !isPublicHoliday(date, departement))
  const hours = compileDays(new Map(sure), { today, departement })
  return regular.includes('PH') ? hours : { ...hours, onHolidays: 'as-usual' }
}

const addDated = (hours: CounterHours, dated: KnownDays, departement: string): CounterHours => {
  const differing = [...dated].filter(
    ([date, ranges]) => !sameRanges(ranges, counterRangesOn(hours, date, departement)),
  )
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

/** What the library says of single texts, each asked once: of its rules only their days are kept, they are large. */
const evaluator = (today: LocalDate) => {
  const lastDate = addDays(today, DAYS_AHEAD)
  const evaluated = (text: string, datesOf: (rule: Rule) => KnownDays): Result<KnownDays, string> => {
    const rule = parseRule(text)
    return rule.ok ? ok(datesOf(rule.value)) : rule
  }
  return {
    readable: remembering((text) => evaluated(text, () => new Map())),
    regularDays: remembering((text) => evaluated(text, (rule) => daysOfRule(rule, text, today))),
    /** The days that a rule names, as far ahead as we look. */
    datedDays: remembering((text) => {
      const dates = partsOf(text)
        .dated.flatMap(namedDates)
        .filter((date) => date >= today && date < lastDate)
      if (dates.length === 0) return ok<KnownDays>(new Map())
      return evaluated(text, (rule) => new Map(dates.sort().flatMap((date) => [...rule.rangesFrom(date, 1)])))
    }),
  }
}

/**
 * Compiles OSM opening_hours rules to counter hours; refused with a reason on one line. Many sites share a week and
 * the same exceptions: each is evaluated once for each compiler and each calendar of public holidays.
 */
export const ruleCompiler = (today: LocalDate) => {
  const { readable, regularDays, datedDays } = evaluator(today)
  const compiled = new Map<string, CounterHours>()

  return (text: string, departement: string): Result<CounterHours, string> => {
    const { regular, dated } = partsOf(text)
    const days = dated.map(readable).find((part) => !part.ok) ?? regularDays(regular)
    if (!days.ok) return days
    const calendar = hasOwnHolidays(departement, yearOf(today)) ? departement : NATIONAL
    const key = `${calendar} ${regular}`
    const hours = compiled.get(key) ?? compileRegular(days.value, regular, { today, departement: calendar })
    compiled.set(key, hours)
    const exceptional = datedDays(text)
    return exceptional.ok ? ok(addDated(hours, exceptional.value, departement)) : exceptional
  }
}
