import type { BookingView } from '../../shared/contracts/booking-views.ts'
import type { Answer } from '../kit/api-client.ts'
import { langOfStaff } from '../kit/language-here.ts'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useSend } from '../kit/use-send.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { bookingApi } from './booking-client.ts'
import { answerRefusals } from './words/fr/answer-refusals.ts'
import { answers } from './words/fr/answers.ts'

type Act = (id: string) => Promise<Answer<BookingView>>
type Choice = { readonly words: string; readonly act: Act }
type BookingAnswerProps = {
  readonly booking: BookingView
  readonly onAnswered: (booking: BookingView) => void
}

const OFFER: readonly Choice[] = [
  { words: answers.accept, act: (id) => bookingApi.answerOffer(id, true) },
  { words: answers.decline, act: (id) => bookingApi.answerOffer(id, false) },
]
const ARRIVAL: readonly Choice[] = [{ words: answers.arrive, act: bookingApi.checkIn }]

const choicesOf = ({ status, checkIn }: BookingView): readonly Choice[] =>
  status === 'offered' ? OFFER : status === 'confirmed' && checkIn?.isOpen ? ARRIVAL : []

const Arrival = ({ booking: { checkIn, cancellable } }: Pick<BookingAnswerProps, 'booking'>) =>
  checkIn && (checkIn.isOpen || cancellable) ? (
    <p>
      {answers.arriveWhen(
        dayWords(checkIn.from.slice(0, 10)),
        rangeWords(checkIn.from.slice(11), checkIn.until.slice(11)),
      )}{' '}
      {checkIn.releases && answers.releases}
    </p>
  ) : null

type ButtonsProps = {
  readonly choices: readonly Choice[]
  readonly working: boolean
  readonly onChosen: (choice: Choice) => void
}

const Buttons = ({ choices, working, onChosen }: ButtonsProps) => (
  <div class="actions actions-row off-paper">
    {choices.map((choice, at) => (
      <button
        key={choice.words}
        class={at === 0 ? 'button' : 'button quiet'}
        type="button"
        onClick={() => onChosen(choice)}
        aria-disabled={working}
      >
        {choice.words}
      </button>
    ))}
    <p role="status">{working && answers.working}</p>
  </div>
)

/** The holder's answers: accept or decline an offer, or check in. */
export const BookingAnswer = ({ booking, onAnswered }: BookingAnswerProps) => {
  const { id, note, status, replacedBy } = booking
  const { problem, again, working, send } = useSend<BookingView>((answered) => {
    onAnswered(answered)
    // The pressed button is gone: the focus goes to what has changed.
    document.querySelector('h1')?.focus()
  })
  const choices = problem ? [] : choicesOf(booking)
  return (
    <>
      {note && (
        <p>
          <strong>{answers.note}</strong> <span lang={langOfStaff()}>{note}</span>
        </p>
      )}
      {problem && <Refusal refusals={answerRefusals} problem={problem} again={again} />}
      <Arrival booking={booking} />
      {choices.length > 0 && (
        <Buttons choices={choices} working={working} onChosen={({ act }) => send(() => act(id))} />
      )}
      {status === 'requested' && (
        <p class="off-paper">
          <a class="tall" href={`/annuler?id=${id}`}>
            {answers.withdraw}
          </a>
        </p>
      )}
      {replacedBy && (
        <p class="off-paper">
          <a class="button" href={`/reservation?id=${replacedBy}`}>
            {answers.instead}
          </a>
        </p>
      )}
    </>
  )
}
