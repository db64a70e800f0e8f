import { useState } from 'preact/hooks'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { type Answer, api, type WebProblem } from '../../api-client.ts'
import { answerRefusals } from '../../messages/fr/answer-refusals.ts'
import { answers } from '../../messages/fr/answers.ts'
import { dayWords, rangeWords } from '../../time-words.ts'
import { Refusal } from '../notice/refusal.tsx'

type Act = (id: string) => Promise<Answer<BookingView>>
type Choice = { readonly words: string; readonly act: Act }
type BookingAnswerProps = { readonly booking: BookingView; readonly onAnswered: (booking: BookingView) => void }

const OFFER: readonly Choice[] = [
  { words: answers.accept, act: (id) => api.answerOffer(id, true) },
  { words: answers.decline, act: (id) => api.answerOffer(id, false) },
]
const ARRIVAL: readonly Choice[] = [{ words: answers.arrive, act: api.checkIn }]

const choicesOf = ({ status, checkIn }: BookingView): readonly Choice[] =>
  status === 'offered' ? OFFER : status === 'confirmed' && checkIn?.isOpen ? ARRIVAL : []

const useActing = ({ booking, onAnswered }: BookingAnswerProps) => {
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<{ readonly problem: WebProblem; readonly act: Act }>()
  const run = async (act: Act) => {
    if (working) return
    setWorking(true)
    setFailed(undefined)
    const answer = await act(booking.id)
    setWorking(false)
    if (!answer.ok) return setFailed({ problem: answer.problem, act })
    onAnswered(answer.value)
    // What was pressed is gone: who goes by keyboard or by ear goes on from what has changed.
    document.querySelector('h1')?.focus()
  }
  return { working, failed, run }
}

const Arrival = ({ booking: { checkIn, cancellable } }: Pick<BookingAnswerProps, 'booking'>) =>
  checkIn && (checkIn.isOpen || cancellable) ? (
    <p>
      {answers.arriveWhen(
        `le ${dayWords(checkIn.from.slice(0, 10))}, ${rangeWords(checkIn.from.slice(11), checkIn.until.slice(11))}`,
      )}{' '}
      {checkIn.releases && answers.releases}
    </p>
  ) : null

/** What its holder can answer on the page of a booking: take or leave an offer, say that they have come. */
export const BookingAnswer = (props: BookingAnswerProps) => {
  const { booking } = props
  const { working, failed, run } = useActing(props)
  const choices = failed ? [] : choicesOf(booking)
  return (
    <>
      {booking.note && (
        <p>
          <strong>{answers.note}</strong> {booking.note}
        </p>
      )}
      {failed && <Refusal refusals={answerRefusals} problem={failed.problem} again={() => run(failed.act)} />}
      <Arrival booking={booking} />
      {choices.length > 0 && (
        <div class="actions actions-row off-paper">
          {choices.map(({ words, act }, at) => (
            <button
              key={words}
              class={at === 0 ? 'button' : 'button quiet'}
              type="button"
              onClick={() => run(act)}
              aria-disabled={working}
            >
              {words}
            </button>
          ))}
          <p role="status">{working && answers.working}</p>
        </div>
      )}
      {booking.status === 'requested' && (
        <p class="off-paper">
          <a class="tall" href={`/annuler?id=${booking.id}`}>
            {answers.withdraw}
          </a>
        </p>
      )}
      {booking.replacedBy && (
        <p class="off-paper">
          <a class="button" href={`/reservation?id=${booking.replacedBy}`}>
            {answers.instead}
          </a>
        </p>
      )}
    </>
  )
}
