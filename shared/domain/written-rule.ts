import { type Instant, type LocalTime, localTimeAt, type TimeZone } from './instant.ts'
import { addDays, type LocalDate, parseLocalDate } from './local-date.ts'
import { MINUTES_A_QUARTER, type Quarter } from './quarter.ts'
import { type RecurrenceRule, type RuleRefusal, readRule } from './recurrence-rule.ts'
import { ok, type Result, refuse } from './result.ts'

export type RuleStart = { readonly from: LocalDate; readonly start: Quarter; readonly timeZone: TimeZone }

type Moment = Pick<LocalTime, 'date'> & Partial<LocalTime>

const MOMENT = /^(\d{4})-?(\d\d)-?(\d\d)(?:T(\d\d):?(\d\d):?(\d\d)(?:(Z)|([+-]\d\d):?(\d\d))?)?$/

const readMoment = (text: string, timeZone: TimeZone): Moment | undefined => {
  const [, year, month, day, hour, minute, second, utc, hours, minutes] = MOMENT.exec(text) ?? []
  const date = parseLocalDate(`${year}-${month}-${day}`)
  if (!date || hour === undefined) return date && { date }
  const zone = utc ?? (hours && `${hours}:${minutes}`)
  const at = Date.parse(`${date}T${hour}:${minute}:${second}${zone ?? 'Z'}`)
  if (Number.isNaN(at)) return undefined
  return zone ? localTimeAt(at as Instant, timeZone) : { date, minute: Number(hour) * 60 + Number(minute) }
}

const malformed = (part: string) => refuse<RuleRefusal>({ kind: 'rule-malformed', part })

const lastDateBefore = ({ date, minute }: Moment, { start }: RuleStart): LocalDate =>
  minute === undefined || minute >= start * MINUTES_A_QUARTER ? date : addDays(date, -1)

const dated = (rule: string, ruleStart: RuleStart): Result<string, RuleRefusal> => {
  const [until, text = ''] = /(?<=^|[;:])UNTIL=([^;]*)/.exec(rule) ?? []
  if (until === undefined) return ok(rule)
  const end = readMoment(text, ruleStart.timeZone)
  if (!end) return malformed('UNTIL')
  return ok(rule.replace(until, `UNTIL=${lastDateBefore(end, ruleStart).replaceAll('-', '')}`))
}

const saysTheSame = (line: string, { from, start, timeZone }: RuleStart): boolean => {
  const begins = readMoment(line.replace(/^DTSTART[^:]*:/, ''), timeZone)
  return begins?.date === from && (begins.minute ?? start * MINUTES_A_QUARTER) === start * MINUTES_A_QUARTER
}

const lineName = (line: string): string => /^([A-Z-]+)(?=[;:])/.exec(line)?.[1] ?? 'RRULE'

/** Accepts folded lines, small letters, a DTSTART before, a trailing semicolon, an instant as end. */
export const readWrittenRule = (text: string, ruleStart: RuleStart): Result<RecurrenceRule, RuleRefusal> => {
  const lines = text
    .toUpperCase()
    .replace(/\r?\n[ \t]/g, '')
    .split(/[\r\n]+/)
    .map((line) => line.replace(/\s/g, ''))
    .filter((line) => line !== '')
  const rules = lines.filter((line) => !line.startsWith('DTSTART'))
  const [rule = '', other] = rules
  if (other !== undefined) {
    const part = rules.map(lineName).find((name) => name !== 'RRULE') ?? 'RRULE'
    return refuse({ kind: 'rule-unsupported', part })
  }
  if (!lines.every((line) => line === rule || saysTheSame(line, ruleStart))) return malformed('DTSTART')
  const ended = dated(rule.replace(/;+$/, ''), ruleStart)
  return ended.ok ? readRule(ended.value) : ended
}

export const formatRule = ({ pattern, count, until }: RecurrenceRule): string =>
  [
    pattern,
    ...(count ? [`COUNT=${count}`] : []),
    ...(until ? [`UNTIL=${until.replaceAll('-', '')}`] : []),
  ].join(';')
