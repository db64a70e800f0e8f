import { addDays, type LocalDate, parseLocalDate } from './local-date.ts'
import { ok, type Result, refuse } from './result.ts'

/** RFC 5545, 3.3.10; `pattern` is without COUNT and UNTIL. */
export type RecurrenceRule = {
  readonly pattern: string
  readonly count?: number | undefined
  readonly until?: LocalDate | undefined
}

export type RuleRefusal = { readonly kind: 'rule-malformed' | 'rule-unsupported'; readonly part: string }

const WEEKDAY = '(MO|TU|WE|TH|FR|SA|SU)'
const listOf = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`)

const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY)$/,
  INTERVAL: /^[1-9]\d?$/,
  BYDAY: listOf(`([+-]?[1-5])?${WEEKDAY}`),
  BYMONTH: listOf('([1-9]|1[0-2])'),
  BYMONTHDAY: listOf('[+-]?([1-9]|[12]\\d|3[01])'),
  BYSETPOS: listOf('[+-]?[1-9]\\d?'),
  WKST: new RegExp(`^${WEEKDAY}$`),
  COUNT: /^[1-9]\d{0,5}$/,
  UNTIL: /^\d{8}$/,
}

const OTHER_FREQUENCIES = /^(YEARLY|HOURLY|MINUTELY|SECONDLY)$/

const malformed = (part: string) => refuse<RuleRefusal>({ kind: 'rule-malformed', part })
const unsupported = (part: string) => refuse<RuleRefusal>({ kind: 'rule-unsupported', part })

const partsIn = (text: string): Result<Map<string, string>, RuleRefusal> => {
  const parts = new Map<string, string>()
  for (const part of text
    .toUpperCase()
    .replace(/^RRULE:/, '')
    .split(';')) {
    const [, name = '', value = ''] = /^([A-Z]{1,12})=(.+)$/.exec(part) ?? []
    if (!name || parts.has(name)) return malformed(name || 'RRULE')
    const expected = PARTS[name]
    if (!expected || (name === 'FREQ' && OTHER_FREQUENCIES.test(value))) return unsupported(name)
    if (!expected.test(value)) return malformed(name)
    parts.set(name, value)
  }
  return ok(parts)
}

const misplacedIn = (parts: ReadonlyMap<string, string>): string | undefined => {
  const frequency = parts.get('FREQ')
  if (!frequency) return 'FREQ'
  if (frequency !== 'MONTHLY' && /\d/.test(parts.get('BYDAY') ?? '')) return 'BYDAY'
  if (frequency === 'WEEKLY' && parts.has('BYMONTHDAY')) return 'BYMONTHDAY'
  if (parts.has('BYSETPOS') && !parts.has('BYDAY') && !parts.has('BYMONTHDAY')) return 'BYSETPOS'
  return parts.has('COUNT') && parts.has('UNTIL') ? 'UNTIL' : undefined
}

/** Supports days, weeks and months, ended by a date, a count, or not at all. */
export const readRule = (text: string): Result<RecurrenceRule, RuleRefusal> => {
  const read = partsIn(text)
  if (!read.ok) return read
  const parts = read.value
  const misplaced = misplacedIn(parts)
  if (misplaced) return malformed(misplaced)
  const end = parts.get('UNTIL')?.replace(/^(....)(..)(..)$/, '$1-$2-$3')
  const until = end && parseLocalDate(end)
  if (end && !until) return malformed('UNTIL')
  const count = parts.get('COUNT')
  const pattern = [...parts]
    .filter(([name]) => name !== 'UNTIL' && name !== 'COUNT')
    .map((part) => part.join('='))
  return ok({
    pattern: pattern.join(';'),
    count: count ? Number(count) : undefined,
    until: until || undefined,
  })
}

export const MOST_DATES = 200
export const MOST_DAYS = 731

export type DatesRefusal =
  | { readonly kind: 'no-date' }
  | { readonly kind: 'too-many-dates'; readonly most: number; readonly lastDate: LocalDate }

export type DatesWanted = {
  readonly rule: RecurrenceRule
  readonly from: LocalDate
  readonly lastDate: LocalDate
  readonly exceptions: readonly LocalDate[]
}

/** Gives dates in order, both bounds included. */
export type Recurrence = (pattern: string, from: LocalDate, to: LocalDate) => Promise<readonly LocalDate[]>

/** Dates lie within two years of the first; excluded dates count towards COUNT, as with EXDATE. */
export const datesOfRule = async (
  { rule, from, lastDate, exceptions }: DatesWanted,
  recurrence: Recurrence,
): Promise<Result<readonly LocalDate[], DatesRefusal>> => {
  const latest = addDays(from, MOST_DAYS)
  const tooMany = refuse<DatesRefusal>({ kind: 'too-many-dates', most: MOST_DATES, lastDate: latest })
  const { count, until } = rule
  if ((until && until > latest) || (count && count > MOST_DATES)) return tooMany
  const end = until ?? (count || lastDate > latest ? latest : lastDate)
  const all = end < from ? [] : await recurrence(rule.pattern, from, end)
  const wanted = all.slice(0, count)
  if (all.length > 0 && count && wanted.length < count) return tooMany
  const excluded = new Set(exceptions)
  const dates = wanted.filter((date) => !excluded.has(date))
  if (dates.length === 0) return refuse({ kind: 'no-date' })
  return dates.length > MOST_DATES ? tooMany : ok(dates)
}
