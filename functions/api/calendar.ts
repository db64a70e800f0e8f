import { type Booking, referenceOf } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import { asOf, isActive, isHeld } from '../../shared/domain/booking-state.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import type { Language } from '../../shared/domain/language.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { formatQuarter, QUARTERS_A_DAY, type Quarter, quarter } from '../../shared/domain/quarter.ts'
import { wayInOf } from '../../shared/domain/way-in.ts'
import * as englishParty from '../use-cases/words/en/party-words.ts'
import { wayInWords as englishWayIn } from '../use-cases/words/en/way-in-words.ts'
import * as frenchParty from '../use-cases/words/fr/party-words.ts'
import { wayInWords as frenchWayIn } from '../use-cases/words/fr/way-in-words.ts'
import { alarmsOf } from './calendar-alarms.ts'
import { calendarWords as english } from './words/en/calendar.ts'
import { calendarWords as french } from './words/fr/calendar.ts'

const WORDS = {
  fr: { ...french, ...frenchParty, wayIn: frenchWayIn, pages: '' },
  en: { ...english, ...englishParty, wayIn: englishWayIn, pages: '/en' },
} as const satisfies Record<Language, object>

type Words = (typeof WORDS)[Language]

/** RFC 5545, 3.3.11: special characters of TEXT are escaped. */
const escaped = (text: string) => text.replace(/[\\;,]/g, (mark) => `\\${mark}`).replace(/\r?\n/g, '\\n')

const LINE_OCTETS = 75

/** RFC 5545, 3.1: lines have at most 75 octets, continue after a space, and break between characters. */
const folded = (line: string): string => {
  const lines = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > LINE_OCTETS) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += size
  }
  return lines.join('\r\n')
}

const localTime = (date: LocalDate, at: Quarter): string =>
  at === QUARTERS_A_DAY
    ? localTime(addDays(date, 1), quarter(0))
    : `${date.replaceAll('-', '')}T${formatQuarter(at).replace(':', '')}00`

const utcTime = (at: Instant) => `${new Date(at).toISOString().replace(/[-:]|\.\d+/g, '')}`

const offsetOf = (minutes: number): string => {
  const size = Math.abs(minutes)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

const offsetAt = (at: Quarter, { booking, site }: BookingDetails): string => {
  const utc = Date.parse(`${booking.date}T00:00Z`) + at * 15 * 60_000
  return offsetOf((utc - instantAt(booking.date, at, site.timeZone)) / 60_000)
}

/** Times in the site's zone, or in UTC when its clock changes during the booking. */
const timeLines = (details: BookingDetails): { readonly zone: string[]; readonly event: string[] } => {
  const { booking, site } = details
  const { date, start, end } = booking
  const offset = offsetAt(start, details)
  if (offset !== offsetAt(end, details)) {
    const at = (time: Quarter) => utcTime(instantAt(date, time, site.timeZone))
    return { zone: [], event: [`DTSTART:${at(start)}`, `DTEND:${at(end)}`] }
  }
  const zone = [
    'BEGIN:VTIMEZONE',
    `TZID:${site.timeZone}`,
    'BEGIN:STANDARD',
    'DTSTART:19700101T000000',
    `TZOFFSETFROM:${offset}`,
    `TZOFFSETTO:${offset}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ]
  const at = (time: Quarter) => `;TZID=${site.timeZone}:${localTime(date, time)}`
  return { zone, event: [`DTSTART${at(start)}`, `DTEND${at(end)}`] }
}

const statusOf = (booking: Booking): string => {
  if (!isActive(booking)) return 'CANCELLED'
  return isHeld(booking) ? 'TENTATIVE' : 'CONFIRMED'
}

const alarmLines = (summary: string, at: Instant): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${escaped(summary)}`,
  `TRIGGER;VALUE=DATE-TIME:${utcTime(at)}`,
  'END:VALARM',
]

type Said = { readonly summary: string; readonly words: Words }

/** Where the booking is, how one gets in, and when to be reminded; never the code of a door. */
const placeLines = (details: BookingDetails, { summary, words }: Said, now: Instant): string[] => {
  const { booking, site, workshop } = details
  const place = [site.name, site.address, `${site.postcode} ${site.commune}`].filter(Boolean).join(', ')
  const wayIn = wayInOf(details, now)
  const says = [
    ...(wayIn ? words.wayIn(wayIn, site.phone) : []),
    ...(site.phone ? [words.phone(site.phone)] : []),
    ...(workshop ? words.partyWords(booking) : []),
    ...(workshop?.bring ? [words.bringWords(workshop.bring)] : []),
    words.reference(referenceOf(booking.id)),
  ]
  return [
    `LOCATION:${escaped(place)}`,
    ...(site.position ? [`GEO:${site.position.lat};${site.position.lon}`] : []),
    `DESCRIPTION:${escaped(says.join('\n'))}`,
    ...(wayIn ? alarmsOf(booking, wayIn, site).flatMap((at) => alarmLines(summary, at)) : []),
  ]
}

/** A booking as an iCalendar event in the site's local time, tentative or cancelled as its status says. */
export const calendarOf = (
  stored: BookingDetails,
  now: Instant,
  { language, origin }: { readonly language: Language; readonly origin: string | undefined },
): string => {
  const words = WORDS[language]
  const details = { ...stored, booking: asOf(stored.booking, now) }
  const { booking, site, space } = details
  const times = timeLines(details)
  const summary = `${space?.name ?? words.space}, ${site.name}`
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Restante//Restante//FR',
    'METHOD:PUBLISH',
    ...times.zone,
    'BEGIN:VEVENT',
    `UID:${booking.id}@restante`,
    `SEQUENCE:${booking.revision}`,
    `DTSTAMP:${utcTime(now)}`,
    ...times.event,
    `SUMMARY:${escaped(summary)}`,
    `STATUS:${statusOf(booking)}`,
    ...(origin ? [`URL:${origin}${words.pages}/reservation?id=${booking.id}`] : []),
    ...placeLines(details, { summary, words }, now),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
