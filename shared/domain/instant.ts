import { type LocalDate, localDate } from './local-date.ts'
import { formatMinutes, MINUTES_A_QUARTER, type Quarter } from './quarter.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly brand: 'Instant' }

/** An IANA name, such as `Europe/Paris`. */
export type TimeZone = string & { readonly brand: 'TimeZone' }

export type LocalTime = { readonly date: LocalDate; readonly minute: number }

const MINUTE_MS = 60_000
const formats = new Map<TimeZone, Intl.DateTimeFormat>()

const formatOf = (zone: TimeZone): Intl.DateTimeFormat => {
  const known = formats.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formats.set(zone, format)
  return format
}

/** What the calendar and the clock on the door show at an instant. */
export const localTimeAt = (at: Instant, zone: TimeZone): LocalTime => {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part
  return { date: localDate(year, month, day), minute: hour * 60 + minute }
}

const minutesSinceEpoch = ({ date, minute }: LocalTime): number => Date.parse(`${date}T00:00Z`) / MINUTE_MS + minute

/**
 * The instant when the door's clock shows a minute of a date. Of an hour that occurs twice, the first; an hour that
 * is skipped counts with the offset of before the change.
 */
export const instantOf = (local: LocalTime, zone: TimeZone): Instant => {
  const wanted = minutesSinceEpoch(local)
  const offsetAt = (minutes: number) => minutesSinceEpoch(localTimeAt((minutes * MINUTE_MS) as Instant, zone)) - minutes
  const before = offsetAt(wanted - 24 * 60)
  const after = offsetAt(wanted + 24 * 60)
  const first = wanted - before
  return ((offsetAt(first) === before || offsetAt(wanted - after) !== after ? first : wanted - after) *
    MINUTE_MS) as Instant
}

/** The instant when the door's clock shows a quarter of a date, as `instantOf`. */
export const instantAt = (date: LocalDate, at: Quarter, zone: TimeZone): Instant =>
  instantOf({ date, minute: at * MINUTES_A_QUARTER }, zone)

/** What the door's clock shows, such as `2026-11-24T08:30`. */
export type LocalDateTime = string & { readonly brand: 'LocalDateTime' }

export const nextFullMinute = (at: Instant): Instant => (Math.ceil(at / MINUTE_MS) * MINUTE_MS) as Instant

/** The door's clock at an instant, such as `2026-11-24T08:30`. */
export const localTextAt = (at: Instant, zone: TimeZone): LocalDateTime => {
  const { date, minute } = localTimeAt(at, zone)
  return `${date}T${formatMinutes(minute)}` as LocalDateTime
}

export const addMinutes = (at: Instant, minutes: number): Instant => (at + minutes * MINUTE_MS) as Instant
