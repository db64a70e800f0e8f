import type { CounterDay, MinuteRange } from '../../../shared/domain/counter-hours.ts'
import { addDays, type LocalDate, parseLocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { mergeRanges } from './minute-ranges.ts'
import type { Fields } from './row.ts'

const padded = (text = ''): string => text.padStart(2, '0')

/** Midnight in Paris is 22:00 or 23:00 UTC of the previous day. */
const DATE_TIME = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}):\d{2}(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/

const dateOfTime = ([, date = '', hour, zone]: RegExpExecArray): LocalDate | undefined => {
  const read = parseLocalDate(date)
  if (!read || hour === '00') return read
  const isEveningInUtc = (hour === '22' || hour === '23') && zone !== undefined && /^(Z|\+00:?00)$/.test(zone)
  return isEveningInUtc ? addDays(read, 1) : undefined
}

/** Reads every date format of La Poste: `2020-11-18`, `18/11/2020` and `2/4/2023` since 2023, date-times. */
export const readDate = (text: string): LocalDate | undefined => {
  const [french, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  if (french) return parseLocalDate(`${year}-${padded(month)}-${padded(day)}`)
  const time = DATE_TIME.exec(text)
  return time ? dateOfTime(time) : parseLocalDate(text)
}

const TIME = '(\\d{1,2})\\s*(?:[:hH.]\\s*([0-5]\\d)?)'
const RANGE = new RegExp(`^${TIME}(?:\\s*[-–—]\\s*|\\s*(?:à|a)\\s*)${TIME}$`)

/** Reads `"09:00-12:15"` and typed variants: `9:00 - 12:15`, `9h-12h15`. */
const readRange = (text: string): MinuteRange | undefined => {
  const [range, ...times] = RANGE.exec(text) ?? []
  if (!range) return undefined
  const [hour = 0, minute = 0, toHour = 0, toMinute = 0] = times.map((time = '0') => Number(time))
  const [opens, closes] = [hour * 60 + minute, toHour * 60 + toMinute]
  return opens < closes && closes <= 24 * 60 ? [opens, closes] : undefined
}

const COUNTER_COLUMN = /^plage_horaire_\d$/
const CLOSED_WORD = /^ferm[eé]e?$/i
const BY_APPOINTMENT = /rendez|^(sur\s+)?rdv\b/i

export const readDay = (fields: Fields): Result<CounterDay, string> => {
  const texts = Object.entries(fields).flatMap(([name, text]) =>
    COUNTER_COLUMN.test(name) && text ? [text] : [],
  )
  if (texts.length === 0) return ok('unknown')
  const ranges: MinuteRange[] = []
  for (const text of texts.filter((each) => !CLOSED_WORD.test(each.normalize('NFC')))) {
    const range = readRange(text)
    if (BY_APPOINTMENT.test(text)) return refuse('by appointment: that day is taken as unknown')
    if (!range) return refuse(`bad hours "${text}"`)
    ranges.push(range)
  }
  return ok(mergeRanges(ranges))
}
