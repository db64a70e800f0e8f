import {
  addMinutes,
  type ClockChange,
  clockChangeBetween,
  type Instant,
  instantOf,
  type LocalTime,
  localTimeAt,
  type TimeZone,
  UTC,
} from '../../shared/domain/instant.ts'
import { addDays, type LocalDate, localDate, weekdayOf, yearOf } from '../../shared/domain/local-date.ts'
import { formatMinutes } from '../../shared/domain/quarter.ts'

export const localTimeText = ({ date, minute }: LocalTime): string =>
  `${date.replaceAll('-', '')}T${formatMinutes(minute).replace(':', '')}00`

const offsetText = (minutes: number): string =>
  `${minutes < 0 ? '-' : '+'}${formatMinutes(Math.abs(minutes)).replace(':', '')}`

/** Zones of France change their clock at most once in each half of a year. */
const changesIn = (year: number, zone: TimeZone): ClockChange[] => {
  const [from, middle, to] = [localDate(year, 1, 1), localDate(year, 7, 1), localDate(year + 1, 1, 1)].map(
    (date) => instantOf({ date, minute: 0 }, UTC),
  ) as [Instant, Instant, Instant]
  return [clockChangeBetween(from, middle, zone), clockChangeBetween(middle, to, zone)].flatMap(
    (change) => change ?? [],
  )
}

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** Such as the last Sunday of March: the last one where a week later it is another month. */
const ruleOf = (date: LocalDate): string => {
  const isLast = addDays(date, 7).slice(5, 7) !== date.slice(5, 7)
  const week = isLast ? -1 : Math.ceil(Number(date.slice(8)) / 7)
  return `FREQ=YEARLY;BYMONTH=${Number(date.slice(5, 7))};BYDAY=${week}${DAYS[weekdayOf(date) - 1]}`
}

/** Its time of beginning is told by the clock before. */
const changeLines = ({ at, before, after }: ClockChange): string[] => {
  const begins = localTimeAt(addMinutes(at, before), UTC)
  const kind = after > before ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${localTimeText(begins)}`,
    `RRULE:${ruleOf(begins.date)}`,
    `TZOFFSETFROM:${offsetText(before)}`,
    `TZOFFSETTO:${offsetText(after)}`,
    `END:${kind}`,
  ]
}

const unchangingLines = (zone: TimeZone, year: number): string[] => {
  const begins = { date: localDate(year, 1, 1), minute: 0 }
  const offset = offsetText((instantOf(begins, UTC) - instantOf(begins, zone)) / 60_000)
  return [
    'BEGIN:STANDARD',
    `DTSTART:${localTimeText(begins)}`,
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
  ]
}

/** A zone from the year before a date on: both of its offsets and when they begin, or the only one. */
export const timeZoneLines = (zone: TimeZone, from: LocalDate): string[] => {
  const year = yearOf(from) - 1
  const changes = changesIn(year, zone)
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...(changes.length > 0 ? changes.flatMap(changeLines) : unchangingLines(zone, year)),
    'END:VTIMEZONE',
  ]
}
