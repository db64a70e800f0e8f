import { useState } from 'preact/hooks'
import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { bookingApi } from '../booking/booking-client.ts'
import type { Answer } from '../kit/api-client.ts'
import { finding as words } from './words/fr/finding.ts'

type Act = () => Promise<Answer<BookingView>>

type CancelProps = {
  readonly booking: BookingView
  readonly working: boolean
  readonly onSure: (act: Act) => void
}

/** Asks for a second press before it cancels; of two people, one may still come. */
export const CancelFound = ({ booking, working, onSure }: CancelProps) => {
  const { id, holderName, guest, places, workshop, status } = booking
  const [asking, setAsking] = useState(false)
  const isPair = workshop !== undefined && places > 1 && status === 'confirmed'
  const button = (said: string, onPress: () => void, kind = 'button quiet') => (
    <button class={kind} type="button" aria-disabled={working} onClick={onPress}>
      {said}
      <span class="for-readers"> : {holderName}</span>
    </button>
  )
  if (!asking) return button(words.cancel, () => setAsking(true))
  const returning = (comes: string, name?: string) =>
    button(words.comesAlone(comes), () => onSure(() => bookingApi.returnSeat(id, name)))
  return (
    <>
      {button(
        isPair ? words.cancelBoth : words.cancelSure,
        () => onSure(() => bookingApi.cancel(id)),
        'button',
      )}
      {isPair && returning(holderName)}
      {isPair && guest && returning(guest, guest)}
      {button(words.keep, () => setAsking(false))}
    </>
  )
}
