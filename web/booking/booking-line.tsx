import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { localToday } from '../kit/local-text.ts'
import { dayWords, momentWords, placesWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { bookedPeople } from './words/fr/booked-people.ts'
import { mine, slip } from './words/fr/booking.ts'

export const lineStateOf = ({ status, begun, excused, until = '' }: BookingView): string | undefined => {
  switch (status) {
    case 'cancelled':
      return mine.cancelled
    case 'requested':
      return mine.requested(momentWords(until))
    case 'offered':
      return mine.offered(momentWords(until))
    case 'attended':
      return mine.attended
    case 'no-show':
      return excused ? mine.excused : mine.noShow
    case 'confirmed':
      return begun ? mine.past1 : undefined
  }
}

export const whatIsBooked = ({ title, use, places, guest }: BookingView): string =>
  title
    ? [title, bookedPeople.party({ places, guest })].filter(Boolean).join(', ')
    : use === 'room'
      ? slip.what.room
      : placesWords(places)

/** A booking in a list, leading to its page. */
export const BookingLine = ({ booking }: { booking: BookingView }) => {
  const { id, site, date, start, end } = booking
  const state = lineStateOf(booking)
  return (
    <li>
      <a class="booking-line" href={`/reservation?id=${id}`}>
        <strong>{site.name}</strong>
        <span>
          {dayWords(date, localToday())}, {rangeWords(start, end)}
        </span>
        <span class="soft">{[whatIsBooked(booking), state].filter(Boolean).join(', ')}</span>
      </a>
    </li>
  )
}
