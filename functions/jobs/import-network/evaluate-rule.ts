import OpeningHours, { type nominatim_object } from 'opening_hours'
import type { MinuteRange } from '../../../shared/domain/counter-hours.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { type MinuteRanges, mergeRanges } from './minute-ranges.ts'

/** Tells the library which public holidays `PH` means; the place itself matters for sunrise only. */
const FRANCE: nominatim_object = { lat: 46.5, lon: 2.5, address: { country_code: 'fr', state: '' } }

const MINUTE_MS = 60_000
const MINUTES_A_DAY = 1440

/**
 * The library computes with the machine's local time: as UTC, a rule's clock is the same everywhere and no day has
 * 23 hours. Node reads a change of TZ at once in the main thread; elsewhere it does not, hence the check.
 */
const inUtc = <T>(compute: () => T): T => {
  const machine = process.env.TZ
  process.env.TZ = 'UTC'
  try {
    if (new Date(2026, 6, 1).getTime() !== Date.UTC(2026, 6, 1)) throw new Error('time zone cannot be set to UTC here')
    return compute()
  } finally {
    if (machine === undefined) delete process.env.TZ
    else process.env.TZ = machine
  }
}

/** The library's message repeats the rule around each of its remarks: the first that is not a mere warning counts. */
const reasonOf = (error: unknown): string => {
  const remarks = [...String(error).matchAll(/<--- \((.+?)\)\.?(?=\s|;|$)/g)].map(([, remark]) => remark ?? '')
  const remark = remarks.find((each) => !each.includes('in the past')) ?? String(error)
  return remark.split(' This means')[0]?.replaceAll('"', '').replace(/\.$/, '').slice(0, 100) ?? ''
}

export type Rule = {
  /** When it is open on each date from `from` on, `days` days. */
  readonly rangesFrom: (from: LocalDate, days: number) => Map<LocalDate, MinuteRanges>
}

const minutesAfter = (from: LocalDate, at: Date): number => (at.getTime() - Date.parse(`${from}T00:00Z`)) / MINUTE_MS

/** Reads an OSM opening_hours rule; refused with the library's reason on one line. Unknown counts as open. */
export const parseRule = (text: string): Result<Rule, string> => {
  try {
    const rule = inUtc(() => new OpeningHours(text, FRANCE))
    const rangesFrom = (from: LocalDate, days: number) =>
      inUtc(() => {
        const start = new Date(`${from}T00:00Z`)
        const intervals = rule
          .getOpenIntervals(start, new Date(start.getTime() + days * MINUTES_A_DAY * MINUTE_MS))
          .map(([opens, closes]): MinuteRange => [minutesAfter(from, opens), minutesAfter(from, closes)])
        return new Map(Array.from({ length: days }, (_, day) => [addDays(from, day), rangesOfDay(intervals, day)]))
      })
    return ok({ rangesFrom })
  } catch (error) {
    return refuse(reasonOf(error))
  }
}

const rangesOfDay = (intervals: readonly MinuteRange[], day: number): MinuteRanges => {
  const midnight = day * MINUTES_A_DAY
  return mergeRanges(
    intervals
      .map(([from, to]): MinuteRange => [Math.max(0, from - midnight), Math.min(MINUTES_A_DAY, to - midnight)])
      .filter(([from, to]) => from < to),
  )
}
