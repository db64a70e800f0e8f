import { type Booking, referenceOf } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import { asOf, isHeld } from '../../shared/domain/booking-state.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Language } from '../../shared/domain/language.ts'
import type { Site } from '../../shared/domain/site.ts'
import { type WayIn, wayInOf } from '../../shared/domain/way-in.ts'
import * as englishParty from '../use-cases/words/en/party-words.ts'
import { wayInWords as englishWayIn } from '../use-cases/words/en/way-in-words.ts'
import * as frenchParty from '../use-cases/words/fr/party-words.ts'
import { wayInWords as frenchWayIn } from '../use-cases/words/fr/way-in-words.ts'
import { alarmsOf } from './alarms.ts'
import { type CalendarEvent, calendarText, UID_DOMAIN } from './calendar-text.ts'
import { calendarWords as english } from './words/en/calendar.ts'
import { calendarWords as french } from './words/fr/calendar.ts'

const WORDS = {
  fr: { ...french, ...frenchParty, wayIn: frenchWayIn, pages: '' },
  en: { ...english, ...englishParty, wayIn: englishWayIn, pages: '/en' },
} as const satisfies Record<Language, object>

type Words = (typeof WORDS)[Language]

const statusOf = (booking: Booking): CalendarEvent['status'] => {
  if (booking.status === 'cancelled') return 'CANCELLED'
  return isHeld(booking) ? 'TENTATIVE' : 'CONFIRMED'
}

/** How one gets in, and what to know; never the code of a door. */
const descriptionOf = ({ booking, site, workshop }: BookingDetails, wayIn: WayIn | undefined, words: Words) =>
  [
    ...(wayIn ? words.wayIn(wayIn, site.phone) : []),
    ...(site.phone ? [words.phone(site.phone)] : []),
    ...(workshop ? words.partyWords(booking) : []),
    ...(workshop?.bring ? [words.bringWords(workshop.bring)] : []),
    words.reference(referenceOf(booking.id)),
  ].join('\n')

export const locationOf = ({ name, address, postcode, commune }: Site): string =>
  [name, address, `${postcode} ${commune}`].filter(Boolean).join(', ')

/** `origin`: where the page of the booking is, if known. */
type Said = { readonly language: Language; readonly origin: string | undefined }

/** A booking as an event, tentative or cancelled as its state says at this moment. */
export const bookingEvent = (
  stored: BookingDetails,
  now: Instant,
  { language, origin }: Said,
): CalendarEvent => {
  const words = WORDS[language]
  const details = { ...stored, booking: asOf(stored.booking, now) }
  const { booking, site, space, workshop } = details
  const wayIn = wayInOf(details, now)
  return {
    uid: `${booking.id}${UID_DOMAIN}`,
    sequence: booking.revision,
    date: booking.date,
    start: booking.start,
    end: booking.end,
    timeZone: site.timeZone,
    summary: `${workshop?.title ?? space?.name ?? words.space}, ${site.name}`,
    status: statusOf(booking),
    location: locationOf(site),
    position: site.position,
    description: descriptionOf(details, wayIn, words),
    url: origin && `${origin}${words.pages}/reservation?id=${booking.id}`,
    alarms: wayIn && alarmsOf(booking, wayIn, site),
  }
}

/** Bookings to be taken into any calendar. */
export const bookingsCalendar = (bookings: readonly BookingDetails[], now: Instant, said: Said): string =>
  calendarText({
    method: 'PUBLISH',
    stamp: now,
    events: bookings.map((details) => bookingEvent(details, now, said)),
  })
