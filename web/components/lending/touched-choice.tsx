import { useState } from 'preact/hooks'
import type { TouchedView } from '../../../shared/contracts/lending-views.ts'
import type { Told } from '../../lending-client.ts'
import { touched as words } from '../../messages/fr/touched.ts'
import { Choices } from '../field/choices.tsx'
import type { FieldErrors } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'

const ANSWERS = ['keep', 'elsewhere', 'cancel'] as const

export type TouchedErrors = { readonly errors: FieldErrors } | { readonly told: Told }

/** What was said becomes of some bookings, or what is missing. */
export const readTold = (form: FormData, { mark }: TouchedView): TouchedErrors => {
  const answer = ANSWERS.find((each) => each === form.get('touched'))
  if (!answer) return { errors: { touched: words.missing } }
  const reason = String(form.get('reason') ?? '').trim()
  if (answer === 'keep') return { told: { answer, seen: mark } }
  return reason ? { told: { answer, reason, seen: mark } } : { errors: { reason: words.reasonMissing } }
}

/** The bookings that no longer fit, and what becomes of them. */
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
