import { type Instant, localTimeAt, type TimeZone, UTC } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import type { Position } from '../../shared/domain/position.ts'
import { MINUTES_A_QUARTER, QUARTERS_A_DAY, type Quarter } from '../../shared/domain/quarter.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { escaped, quoted, textOfLines } from './content-lines.ts'
import { localTimeText, timeZoneLines } from './time-zone.ts'

/** Of each UID that this service writes. */
export const UID_DOMAIN = '@restante'

/** Somebody with an address, as organizers and attendees have one. */
type Correspondent = { readonly name?: string | undefined; readonly email: string }

/** `sequence` grows with each change, and `uid` stays. `isFree`: it takes no time of its reader. */
export type CalendarEvent = QuarterRange & {
  readonly uid: string
  readonly sequence: number
  readonly date: LocalDate
  readonly timeZone: TimeZone
  readonly summary: string
  readonly status: 'TENTATIVE' | 'CONFIRMED' | 'CANCELLED'
  readonly isFree?: boolean
  readonly location?: string | undefined
  readonly position?: Position | undefined
  readonly description?: string | undefined
  readonly url?: string | undefined
  readonly alarms?: readonly Instant[] | undefined
  readonly organizer?: Correspondent | undefined
  readonly attendee?: Correspondent | undefined
}

/** `stamp`: when it was made. A calendar that is read again has a name, its own address and how often to read it. */
export type Calendar = {
  readonly method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  readonly stamp: Instant
  readonly events: readonly CalendarEvent[]
  readonly feed?: {
    readonly name: string
    readonly source: string
    readonly refreshMinutes: number
    readonly color: string
  }
}

const utcText = (at: Instant): string => `${localTimeText(localTimeAt(at, UTC))}Z`

const alarmLines = (summary: string, at: Instant): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  `TRIGGER;VALUE=DATE-TIME:${utcText(at)}`,
  'END:VALARM',
]

const correspondentText = ({ name, email }: Correspondent): string =>
  `${name ? `;CN=${quoted(name)}` : ''}:mailto:${email}`

/** Midnight at the end of a day is the beginning of the next. */
const timeText = ({ date, timeZone }: CalendarEvent, at: Quarter): string => {
  const local =
    at === QUARTERS_A_DAY ? { date: addDays(date, 1), minute: 0 } : { date, minute: at * MINUTES_A_QUARTER }
  return `;TZID=${timeZone}:${localTimeText(local)}`
}

const eventLines = (event: CalendarEvent, stamp: Instant): string[] => {
  const { uid, sequence, summary, status, isFree, location, position, description, url, alarms } = event
  const { organizer, attendee } = event
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `SEQUENCE:${sequence}`,
    `DTSTAMP:${utcText(stamp)}`,
    `DTSTART${timeText(event, event.start)}`,
    `DTEND${timeText(event, event.end)}`,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${status}`,
    ...(isFree ? ['TRANSP:TRANSPARENT'] : []),
    ...(organizer ? [`ORGANIZER${correspondentText(organizer)}`] : []),
    ...(attendee ? [`ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED${correspondentText(attendee)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(location ? [`LOCATION:${escaped(location)}`] : []),
    ...(position ? [`GEO:${position.lat};${position.lon}`] : []),
    ...(description ? [`DESCRIPTION:${escaped(description)}`] : []),
    ...(alarms ?? []).flatMap((at) => alarmLines(summary, at)),
    'END:VEVENT',
  ]
}

/** RFC 7986, and the older properties that Apple, Google and Outlook read. */
const feedLines = ({ name, source, refreshMinutes, color }: NonNullable<Calendar['feed']>): string[] => [
  `NAME:${escaped(name)}`,
  `X-WR-CALNAME:${escaped(name)}`,
  `REFRESH-INTERVAL;VALUE=DURATION:PT${refreshMinutes}M`,
  `X-PUBLISHED-TTL:PT${refreshMinutes}M`,
  `SOURCE;VALUE=URI:${source}`,
  `COLOR:${color}`,
]

/** Each zone once, from the earliest date of its events on. */
const zonesOf = (events: readonly CalendarEvent[]): string[] => {
  const earliest = new Map<TimeZone, LocalDate>()
  for (const { timeZone, date } of events) {
    const known = earliest.get(timeZone)
    if (known === undefined || date < known) earliest.set(timeZone, date)
  }
  return [...earliest].flatMap(([zone, from]) => timeZoneLines(zone, from))
}

/** iCalendar (RFC 5545), in the local time of each event. */
export const calendarText = ({ method, stamp, events, feed }: Calendar): string =>
  textOfLines([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Restante//Restante//FR',
    `METHOD:${method}`,
    ...(feed ? feedLines(feed) : []),
    ...zonesOf(events),
    ...events.flatMap((event) => eventLines(event, stamp)),
    'END:VCALENDAR',
  ])
