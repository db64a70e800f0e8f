import { addDays, type LocalDate, localDate } from './local-date.ts'
import { formatMinutes, MINUTES_A_QUARTER, type Quarter, quarter } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly brand: 'Instant' }

/** An IANA name, such as `Europe/Paris`. */
export type TimeZone = string & { readonly brand: 'TimeZone' }
export const UTC = 'UTC' as TimeZone

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

const DAY_MINUTES = 24 * 60

const minutesSinceEpoch = ({ date, minute }: LocalTime): number =>
  Date.parse(`${date}T00:00Z`) / MINUTE_MS + minute

/** What the platform says, which takes long. */
const shownAt = (at: Instant, zone: TimeZone): LocalTime => {
  const part: Record<string, number> = {}
  for (const { type, value } of formatOf(zone).formatToParts(at)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0 } = part
  return { date: localDate(year, month, day), minute: hour * 60 + minute }
}

const MOST_REMEMBERED = 4096
const offsets = new Map<TimeZone, Map<number, number>>()

/**
 * Minutes by which the zone is ahead of UTC, at a time in minutes since the epoch. Zones change on a quarter of
 * an hour, so one offset is remembered for each.
 */
const offsetAt = (minutes: number, zone: TimeZone): number => {
  const start = Math.floor(minutes / MINUTES_A_QUARTER) * MINUTES_A_QUARTER
  const known = offsets.get(zone) ?? new Map<number, number>()
  const remembered = known.get(start)
  if (remembered !== undefined) return remembered
  const offset = minutesSinceEpoch(shownAt((start * MINUTE_MS) as Instant, zone)) - start
  if (known.size >= MOST_REMEMBERED) known.clear()
  offsets.set(zone, known.set(start, offset))
  return offset
}

const EPOCH = localDate(1970, 1, 1)

export const localTimeAt = (at: Instant, zone: TimeZone): LocalTime => {
  const minutes = Math.floor(at / MINUTE_MS)
  const local = minutes + offsetAt(minutes, zone)
  const days = Math.floor(local / DAY_MINUTES)
  return { date: addDays(EPOCH, days), minute: local - days * DAY_MINUTES }
}

/** A repeated hour means its first occurrence; a skipped hour counts with the offset before the change. */
export const instantOf = (local: LocalTime, zone: TimeZone): Instant => {
  const wanted = minutesSinceEpoch(local)
  const before = offsetAt(wanted - DAY_MINUTES, zone)
  const after = offsetAt(wanted + DAY_MINUTES, zone)
  const first = wanted - before
  return ((offsetAt(first, zone) === before || offsetAt(wanted - after, zone) !== after
    ? first
    : wanted - after) * MINUTE_MS) as Instant
}

export const instantAt = (date: LocalDate, at: Quarter, zone: TimeZone): Instant =>
  instantOf({ date, minute: at * MINUTES_A_QUARTER }, zone)

/** Of minutes ahead of UTC. */
export type ClockChange = { readonly at: Instant; readonly before: number; readonly after: number }

/** Undefined when the clock is ahead by as much at both ends, which are full minutes. */
export const clockChangeBetween = (from: Instant, to: Instant, zone: TimeZone): ClockChange | undefined => {
  let [still, at] = [from / MINUTE_MS, to / MINUTE_MS]
  const [before, after] = [offsetAt(still, zone), offsetAt(at, zone)]
  if (before === after) return undefined
  while (at - still > 1) {
    const between = Math.floor((still + at) / 2)
    if (offsetAt(between, zone) === before) still = between
    else at = between
  }
  return { at: (at * MINUTE_MS) as Instant, before, after }
}

export const skippedHourOn = (date: LocalDate, zone: TimeZone): QuarterRange | undefined => {
  const midnight = minutesSinceEpoch({ date, minute: 0 })
  const dayLater = (days: number) => ((midnight + days * DAY_MINUTES) * MINUTE_MS) as Instant
  const change = clockChangeBetween(dayLater(-1), dayLater(2), zone)
  if (!change || change.before >= change.after) return undefined
  const quarterAt = (minutes: number) =>
    quarter(Math.min(Math.max(minutes, 0), DAY_MINUTES) / MINUTES_A_QUARTER)
  const sinceMidnight = change.at / MINUTE_MS - midnight
  const [start, end] = [quarterAt(sinceMidnight + change.before), quarterAt(sinceMidnight + change.after)]
  return start < end ? { start, end } : undefined
}

/** Such as `2026-11-24T08:30`. */
export type LocalDateTime = string & { readonly brand: 'LocalDateTime' }

export const nextFullMinute = (at: Instant): Instant => (Math.ceil(at / MINUTE_MS) * MINUTE_MS) as Instant

export const localTextAt = (at: Instant, zone: TimeZone): LocalDateTime => {
  const { date, minute } = localTimeAt(at, zone)
  return `${date}T${formatMinutes(minute)}` as LocalDateTime
}

export const addMinutes = (at: Instant, minutes: number): Instant => (at + minutes * MINUTE_MS) as Instant
