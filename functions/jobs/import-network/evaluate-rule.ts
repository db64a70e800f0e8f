import OpeningHours, { type nominatim_object } from 'opening_hours'
import type { CounterDay, MinuteRange } from '../../../shared/domain/counter-hours.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { mergeRanges, sameDay } from './minute-ranges.ts'

const MINUTE_MS = 60_000
const MINUTES_A_DAY = 1440

/** Tells the library which public holidays `PH` means; the position matters only for sunrise. */
const FRANCE: nominatim_object = { lat: 46.5, lon: 2.5, address: { country_code: 'fr', state: '' } }

/**
 * The library computes in local time; in UTC no day has 23 hours. Node applies a changed TZ at once only in
 * the main thread, hence the check.
 */
export const inUtc = <T>(compute: () => T): T => {
  const machine = process.env.TZ
  process.env.TZ = 'UTC'
  try {
    if (new Date(2026, 6, 1).getTime() !== Date.UTC(2026, 6, 1))
      throw new Error('time zone cannot be set to UTC here')
    return compute()
  } finally {
    if (machine === undefined) delete process.env.TZ
    else process.env.TZ = machine
  }
}

/** The library's message repeats the rule around each remark; the first remark that is no warning counts. */
const reasonOf = (error: unknown): string => {
  const text = error instanceof Error ? error.message : String(error)
  const remarks = [...text.matchAll(/<--- \((.+?)\)\.?(?=\s|;|$)/g)].map(([, remark]) => remark ?? '')
  const remark = remarks.find((each) => !each.includes('in the past')) ?? text
  return (
    remark
      .split(' This means')[0]
      ?.replaceAll('"', '')
      .replace(/\s+/g, ' ')
      .replace(/\.$/, '')
      .slice(0, 100) ?? ''
  )
}

type RuleDays = ReadonlyMap<LocalDate, CounterDay>

export type Rule = (from: LocalDate, days: number) => Result<RuleDays, string>

type Interval = { readonly opens: number; readonly closes: number; readonly isUnknown: boolean }

/** The library takes days without hours, and lists that it cannot read, for open around the clock. */
const saysWholeDays = (text: string): boolean => /24\/7|0?0:00\s*-\s*24:00/.test(text)

const dayFrom = (intervals: readonly Interval[], midnight: number): CounterDay => {
  const ofDay = intervals.filter(({ opens, closes }) => opens < midnight + MINUTES_A_DAY && closes > midnight)
  if (ofDay.some(({ isUnknown }) => isUnknown)) return 'unknown'
  return mergeRanges(
    ofDay.map(
      ({ opens, closes }): MinuteRange => [
        Math.max(0, opens - midnight),
        Math.min(MINUTES_A_DAY, closes - midnight),
      ],
    ),
  )
}

const daysIn = (rule: OpeningHours, text: string, from: LocalDate, days: number): RuleDays => {
  const start = new Date(`${from}T00:00Z`)
  const minutesAfter = (at: Date): number => (at.getTime() - start.getTime()) / MINUTE_MS
  const intervals = rule
    .getOpenIntervals(start, new Date(start.getTime() + days * MINUTES_A_DAY * MINUTE_MS))
    .map(([opens, closes, isUnknown]) => ({
      opens: minutesAfter(opens),
      closes: minutesAfter(closes),
      isUnknown,
    }))
  const isWhole = ({ opens, closes, isUnknown }: Interval) => !isUnknown && closes - opens >= MINUTES_A_DAY
  if (intervals.some(isWhole) && !saysWholeDays(text)) throw new Error('days without hours that can be read')
  const dayAt = (day: number) => dayFrom(intervals, day * MINUTES_A_DAY)
  return new Map(Array.from({ length: days }, (_, day) => [addDays(from, day), dayAt(day)]))
}

/** Semicolons separate parts, except inside comments. */
export const partsOf = (text: string): string[] =>
  (text.match(/(?:[^;"]|"[^"]*"?)+/g) ?? []).map((part) => part.trim()).filter((part) => part !== '')

const SCHOOL_HOLIDAYS = /\bSH\b/

/**
 * School holidays differ by académie and are announced few years ahead, so the rule is read once without them
 * and once as if every day were one.
 */
const readingsOf = (text: string): string[] => {
  if (!SCHOOL_HOLIDAYS.test(text)) return [text]
  const parts = partsOf(text)
  const none = parts.filter((part) => !SCHOOL_HOLIDAYS.test(part)).join('; ') || 'off'
  const always = parts.map((part) =>
    part.replace(/\bSH (?=[MTWFS][a-z])/, '').replace(SCHOOL_HOLIDAYS, 'Mo-Su'),
  )
  return [none, always.join('; ')]
}

/** Days on which the readings differ are unknown. */
const agreed = ([first = new Map(), ...others]: readonly RuleDays[]): RuleDays =>
  new Map(
    [...first].map(([date, day]) => {
      const isAgreed = others.every((other) => sameDay(other.get(date) ?? 'unknown', day))
      return [date, isAgreed ? day : 'unknown']
    }),
  )

/** The library throws both while parsing and while evaluating. */
const attempt = <T>(compute: () => T): Result<T, string> =>
  inUtc(() => {
    try {
      return ok(compute())
    } catch (error) {
      return refuse(reasonOf(error))
    }
  })

const FOLLOWS_THE_SUN = /\b(sunrise|sunset|dawn|dusk)\b/i

/** Appointments, open ends and school holidays are unknown. Refuses with the library's reason. */
export const parseRule = (text: string): Result<Rule, string> => {
  if (FOLLOWS_THE_SUN.test(text)) return refuse('hours that follow the sun')
  if (SCHOOL_HOLIDAYS.test(text) && text.includes('||'))
    return refuse('school holidays (SH) beside a fallback (||)')
  const rules = attempt(() => readingsOf(text).map((reading) => new OpeningHours(reading, FRANCE)))
  if (!rules.ok) return rules
  return ok((from, days) => attempt(() => agreed(rules.value.map((rule) => daysIn(rule, text, from, days)))))
}
