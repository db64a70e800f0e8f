import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { FoundBookings } from '../../shared/contracts/counter-views.ts'
import { bookingApi } from '../booking/booking-client.ts'
import { whatIsBooked } from '../booking/booking-line.tsx'
import type { Answer } from '../kit/api-client.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useSend } from '../kit/use-send.ts'
import { dayAndYearWords, fullDayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { CancelFound } from './cancel-found.tsx'
import { staffApi } from './staff-client.ts'
import { finding as words } from './words/fr/finding.ts'
import { findingRefusals } from './words/fr/finding-refusals.ts'

type Found = FoundBookings['bookings'][number]

/** Check-in notes an arrival where the space asks for it; elsewhere staff does, from the start on. */
const arrivalOf = ({
  id,
  status,
  checkIn,
  begun,
  workshop,
  use,
}: BookingView): (() => Promise<Answer<BookingView>>) | undefined => {
  if (status !== 'confirmed') return undefined
  if (checkIn?.isOpen) return () => bookingApi.checkIn(id)
  // Attendance at a workshop belongs to each seat, not to its room.
  const isRoom = workshop !== undefined && use === 'room'
  return begun && !isRoom ? () => staffApi.attend(id, true) : undefined
}

const useChanges = (found: Found) => {
  const [booking, setBooking] = useState(found)
  const { problem, working, send } = useSend<BookingView>((changed) =>
    setBooking({ ...found, ...changed, guest: changed.guest }),
  )
  return { booking, problem, working, change: send }
}

type FoundBookingProps = {
  readonly found: Found
  /** The local date at the counter. */
  readonly today?: string
  /** Elsewhere than at the counter: nobody arrives there, and nothing is printed. */
  readonly byPhone?: boolean
}

const movable = ({ status, cancellable, workshop }: BookingView): boolean =>
  status === 'confirmed' && cancellable && !workshop

/** A booking that was found, with its actions. */
export const FoundBooking = ({ found, today, byPhone = false }: FoundBookingProps) => {
  const { booking, problem, working, change } = useChanges(found)
  const { id, date, start, end, holderName, phone, space, site, reference, title, status, cancellable } =
    booking
  const arrival = byPhone ? undefined : arrivalOf(booking)
  const isReturned = booking.places < found.places
  const state = isReturned && status === found.status ? words.returned : words.status[status]
  useAnnouncement(state === words.status[found.status] ? undefined : state)
  return (
    <li class="found">
      <h3 class="long-word">{holderName}</h3>
      <p>
        {today ? fullDayWords(date, today) : dayAndYearWords(date)}, {rangeWords(start, end)},{' '}
        {title ? whatIsBooked(booking) : space.name}
      </p>
      {byPhone && <p>{site.name}</p>}
      <p class="soft">{[reference, phone, state].filter(Boolean).join(' · ')}</p>
      {problem && <Refusal refusals={findingRefusals} problem={problem} />}
      <div class="actions actions-row">
        {arrival && (
          <button class="button" type="button" aria-disabled={working} onClick={() => change(arrival)}>
            {words.came}
            <span class="for-readers"> : {holderName}</span>
          </button>
        )}
        {byPhone && movable(booking) && (
          <a class="button quiet" href={`/deplacer?${new URLSearchParams({ id, lieu: site.id })}`}>
            {words.move}
            <span class="for-readers"> : {holderName}</span>
          </a>
        )}
        {!byPhone && status !== 'cancelled' && (
          <a class="button quiet" href={`/bordereau?${new URLSearchParams({ id, imprimer: '1' })}`}>
            {words.print}
            <span class="for-readers"> : {holderName}</span>
          </a>
        )}
        {cancellable && (
          <CancelFound key={booking.places} booking={booking} working={working} onSure={change} />
        )}
      </div>
    </li>
  )
}
