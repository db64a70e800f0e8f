import { useState } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { FoundBookings } from '../../../shared/contracts/counter-views.ts'
import { useAnnouncement } from '../../answers.ts'
import { type Answer, api, type WebProblem } from '../../api-client.ts'
import { finding as words } from '../../messages/fr/finding.ts'
import { findingRefusals } from '../../messages/fr/finding-refusals.ts'
import { staffApi } from '../../staff-client.ts'
import { fullDayWords, rangeWords } from '../../time-words.ts'
import { Refusal } from '../notice/refusal.tsx'

type Found = FoundBookings['bookings'][number]

/** Noted at its own time where the space asks for it, by those who work there from its start on. */
const arrivalOf = ({
  id,
  status,
  checkIn,
  begun,
  workshop,
  use,
}: BookingView): (() => Promise<Answer<BookingView>>) | undefined => {
  if (status !== 'confirmed') return undefined
  if (checkIn?.isOpen) return () => api.checkIn(id)
  // Who came to a workshop is noted seat by seat, not for its room.
  const isRoom = workshop !== undefined && use === 'room'
  return begun && !isRoom ? () => staffApi.attend(id, true) : undefined
}

const useChanges = (found: Found) => {
  const [booking, setBooking] = useState(found)
  const [problem, setProblem] = useState<WebProblem>()
  const [working, setWorking] = useState(false)
  const change = async (ask: () => Promise<Answer<BookingView>>) => {
    if (working) return
    setWorking(true)
    setProblem(undefined)
    const answer = await ask()
    setWorking(false)
    if (answer.ok) setBooking({ ...found, ...answer.value })
    else setProblem(answer.problem)
  }
  return { booking, problem, working, change }
}

type CancelProps = { readonly name: string; readonly working: boolean; readonly onSure: () => void }

/** Two presses: the second one says yes. */
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

/** Whoever stands there: when they come, and all that can be done about it. */
export const FoundBooking = ({ found, today }: { found: Found; today: string }) => {
  const { booking, problem, working, change } = useChanges(found)
  const { id, date, start, end, holderName, phone, space, reference, title, status, cancellable } = booking
  const arrival = arrivalOf(booking)
  useAnnouncement(status === found.status ? undefined : words.status[status])
  return (
    <li class="found">
      <h3 class="long-word">{holderName}</h3>
      <p>
        {fullDayWords(date, today)}, {rangeWords(start, end)}, {title ?? space.name}
      </p>
      <p class="soft">{[reference, phone, words.status[status]].filter(Boolean).join(' · ')}</p>
      {problem && <Refusal refusals={findingRefusals} problem={problem} />}
      <div class="actions actions-row">
        {arrival && (
          <button class="button" type="button" aria-disabled={working} onClick={() => change(arrival)}>
            {words.came}
            <span class="for-readers"> : {holderName}</span>
          </button>
        )}
        {status !== 'cancelled' && (
          <a class="button quiet" href={`/bordereau?${new URLSearchParams({ id, imprimer: '1' })}`}>
            {words.print}
            <span class="for-readers"> : {holderName}</span>
          </a>
        )}
        {cancellable && (
          <Cancel name={holderName} working={working} onSure={() => change(() => api.cancelBooking(id))} />
        )}
      </div>
    </li>
  )
}
