import { useState } from 'preact/hooks'
import type { TouchedView } from '../../shared/contracts/lending-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { Choices } from '../kit/field/choices.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { textIn } from '../kit/text-in.ts'
import type { Told } from './lending-client.ts'
import { touched as words } from './words/fr/touched.ts'

const ANSWERS = ['keep', 'elsewhere', 'cancel'] as const

export type TouchedErrors = { readonly errors: FieldErrors } | { readonly told: Told }

/** The decision about the touched bookings, or the errors of its fields. */
export const readTold = (form: FormData, { mark }: TouchedView): TouchedErrors => {
  const answer = ANSWERS.find((each) => each === form.get('touched'))
  if (!answer) return { errors: { touched: words.missing } }
  const reason = textIn(form, 'reason')
  if (answer === 'keep') return { told: { answer, seen: mark } }
  return reason ? { told: { answer, reason, seen: mark } } : { errors: { reason: words.reasonMissing } }
}

const isTouched = (problem: WebProblem): problem is WebProblem & TouchedView =>
  problem.code === 'touches-bookings'

/** The touched bookings, which come with the refusal of a change. */
export const useTouched = () => {
  const [touched, setTouched] = useState<TouchedView>()
  const onRefused = (problem: WebProblem): undefined => {
    if (isTouched(problem)) setTouched(problem)
  }
  return [touched, onRefused] as const
}

/** Lists the bookings that no longer fit and asks what happens to them. */
export const TouchedChoice = ({ touched, errors }: { touched: TouchedView; errors: FieldErrors }) => {
  const [answer, setAnswer] = useState<string>()
  const { bookings, count } = touched
  return (
    <section class="form notice notice-wax">
      <h3>{words.title(count)}</h3>
      <ul class="touched">
        {bookings.map(({ id, space, date, start, end, holderName, why }) => (
          <li key={id}>
            <strong>{words.line(date, start, end)}</strong>, {space.name}
            <br />
            {holderName} : {words.why[why]}
          </li>
        ))}
      </ul>
      {count > bookings.length && <p>{words.more(count - bookings.length)}</p>}
      <Choices
        id="touched"
        legend={words.legend}
        options={ANSWERS.map((each) => [each, words.answers[each]] as const)}
        chosen={[]}
        error={errors.touched}
        onChoose={setAnswer}
      />
      {answer && answer !== 'keep' && (
        <TextField
          id="reason"
          label={words.reason}
          hint={words.reasonHint}
          autocomplete="off"
          maxLength={200}
          error={errors.reason}
        />
      )}
    </section>
  )
}
