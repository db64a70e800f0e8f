import OpeningHours from 'opening_hours'
import { DAYS_AHEAD, ruleCompiler } from '../../functions/jobs/import-network/compile-rule.ts'
import { inUtc } from '../../functions/jobs/import-network/evaluate-rule.ts'
import { counterDayOn } from '../../shared/domain/counter-hours.ts'
import { datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'

/** Any département without public holidays of its own, which the library does not know. */
const SOMEWHERE = '75'
const FRANCE = { lat: 46.5, lon: 2.5, address: { country_code: 'fr', state: '' } }
const DAY_MS = 86_400_000

/** What the library itself says of each day, as minutes; asked apart from the importer's own way to ask. */
const libraryDays = (text: string, today: LocalDate): string[] => {
  const start = Date.parse(`${today}T00:00Z`)
  const until = new Date(start + DAYS_AHEAD * DAY_MS)
  const intervals = inUtc(() => new OpeningHours(text, FRANCE).getOpenIntervals(new Date(start), until))
  return datesFrom(today, DAYS_AHEAD).map((_, at) => {
    const midnight = start + at * DAY_MS
    return intervals
      .filter(([opens, closes]) => opens.getTime() < midnight + DAY_MS && closes.getTime() > midnight)
      .map(([opens, closes, isUnknown]) => {
        const minute = (time: Date) => Math.min(1440, Math.max(0, (time.getTime() - midnight) / 60_000))
        return isUnknown ? '?' : `${minute(opens)}-${minute(closes)}`
      })
      .join(',')
  })
}

export type Compared = { compared: number; refused: number; unknownDays: number; differing: string[] }

/** Compiles each rule and compares every day of the span with the library's answer. */
export const compareRules = (rules: Iterable<string>, today: LocalDate): Compared => {
  const compile = ruleCompiler(today)
  const found: Compared = { compared: 0, refused: 0, unknownDays: 0, differing: [] }
  for (const rule of rules) {
    const hours = compile(rule, SOMEWHERE)
    if (!hours.ok) {
      found.refused++
      continue
    }
    found.compared++
    const expected = libraryDays(rule, today)
    const days = datesFrom(today, DAYS_AHEAD).map((date) => counterDayOn(hours.value, date, SOMEWHERE))
    const differs = days.some((day, at) => {
      if (day !== 'unknown') return day.map((range) => range.join('-')).join(',') !== expected[at]
      found.unknownDays++
      return expected[at] !== '?'
    })
    if (differs) found.differing.push(rule)
  }
  return found
}
