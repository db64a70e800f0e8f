import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { languageOf, type Reader } from '../../../shared/domain/language.ts'
import { bookingEvent } from '../../calendars/booking-event.ts'
import type { MailCalendar } from './mail.ts'

/** Whose diary it is, when, and where the pages are. */
export type Diary = { readonly reader: Reader; readonly now: Instant; readonly origin: string }

const eventOf = ({ reader, now, origin }: Diary, details: BookingDetails) =>
  bookingEvent(details, now, { language: languageOf(reader), origin })

const stands = ({ status }: Booking): boolean => status === 'confirmed' || status === 'attended'

export const cancellationIn = (diary: Diary, details: BookingDetails): MailCalendar => ({
  method: 'CANCEL',
  events: [eventOf(diary, details)],
})

/** What stands is entered or changed, and what stood before leaves; requests and offers are not in it yet. */
export const diaryOf = (
  details: BookingDetails,
  from: Booking | undefined,
  diary: Diary,
): MailCalendar | undefined => {
  const { booking } = details
  if (stands(booking)) return { method: 'REQUEST', events: [eventOf(diary, details)] }
  return booking.status === 'cancelled' && from && stands(from) ? cancellationIn(diary, details) : undefined
}

/** Several bookings as one file, since a request speaks of one only (RFC 5546, 3.2.2). */
export const diaryOfSeveral = (all: readonly BookingDetails[], diary: Diary): MailCalendar | undefined => {
  const known = all.filter(({ booking }) => stands(booking) || booking.status === 'cancelled')
  return known.length === 0
    ? undefined
    : { method: 'PUBLISH', events: known.map((details) => eventOf(diary, details)) }
}
