import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { localToday } from '../kit/local-text.ts'
import { dayWords, rangeWords, weekdayWords } from '../kit/words/fr/time-words.ts'
import { lineStateOf, whatIsBooked } from './booking-line.tsx'
import { rhythmOf, type SeriesCard } from './series-cards.ts'
import { mine } from './words/fr/booking.ts'

const ownHours = ({ start, end }: BookingView, first: BookingView): string | undefined =>
  start === first.start && end === first.end ? undefined : rangeWords(start, end)

const OneDate = ({ booking, first }: { booking: BookingView; first: BookingView }) => (
  <li>
    <a class="tall" href={`/reservation?id=${booking.id}`}>
      {dayWords(booking.date, localToday())}
    </a>{' '}
    <span class="soft">{[ownHours(booking, first), lineStateOf(booking)].filter(Boolean).join(', ')}</span>
  </li>
)

/** A series in a list: its rhythm, its next date, and all dates folded. */
export const SeriesLine = ({ card }: { card: SeriesCard }) => {
  const { series, bookings } = card
  const [first] = bookings
  return (
    <li class="series-line">
      <a class="booking-line" href={`/serie?id=${series}`}>
        <strong>{first.site.name}</strong>
        <span>
          {mine.rhythms[rhythmOf(card)](weekdayWords(first.date), bookings.length)},{' '}
          {rangeWords(first.start, first.end)}
        </span>
        <span>{mine.nextDate(dayWords(first.date, localToday()))}</span>
        <span class="soft">{[whatIsBooked(first), lineStateOf(first)].filter(Boolean).join(', ')}</span>
      </a>
      <details>
        <summary>{mine.allDates(bookings.length)}</summary>
        <ul>
          {bookings.map((booking) => (
            <OneDate key={booking.id} booking={booking} first={first} />
          ))}
        </ul>
      </details>
    </li>
  )
}
