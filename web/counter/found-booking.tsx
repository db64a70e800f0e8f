import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { FoundBookings } from '../../shared/contracts/counter-views.ts'
import { bookingApi } from '../booking/booking-client.ts'
import type { Answer } from '../kit/api-client.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useAnnouncement } from '../kit/use-announcement.ts'
import { useSend } from '../kit/use-send.ts'
import { dayAndYearWords, fullDayWords, rangeWords } from '../kit/words/fr/time-words.ts'
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
  const { problem, working, send } = useSend<BookingView>((changed) => setBooking({ ...found, ...changed }))
  return { booking, problem, working, change: send }
}

type CancelProps = { readonly name: string; readonly working: boolean; readonly onSure: () => void }

/** Asks for a second press before it cancels. */
const Cancel = ({ name, working, onSure }: CancelProps) => {
  const [asking, setAsking] = useState(false)
  const whose = <span class="for-readers"> : {name}</span>
  if (!asking)
    return (
      <button class="button quiet" type="button" onClick={() => setAsking(true)}>
        {words.cancel}
        {whose}
      </button>
    )
  return (
    <>
      <button class="button" type="button" aria-disabled={working} onClick={onSure}>
        {words.cancelSure}
        {whose}
      </button>
      <button class="button quiet" type="button" onClick={() => setAsking(false)}>
        {words.keep}
        {whose}
      </button>
    </>
  )
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
  useAnnouncement(status === found.status ? undefined : words.status[status])
  return (
    <li class="found">
      <h3 class="long-word">{holderName}</h3>
      <p>
        {today ? fullDayWords(date, today) : dayAndYearWords(date)}, {rangeWords(start, end)},{' '}
        {title ?? space.name}
      </p>
      {byPhone && <p>{site.name}</p>}
      <p class="soft">{[reference, phone, words.status[status]].filter(Boolean).join(' · ')}</p>
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
          <Cancel name={holderName} working={working} onSure={() => change(() => bookingApi.cancel(id))} />
        )}
      </div>
    </li>
  )
}
