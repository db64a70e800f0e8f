import type { LentSpaceView } from '../../shared/contracts/lending-views.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useForm } from '../kit/use-form.ts'
import { lendingApi } from './lending-client.ts'
import { readTold, TouchedChoice, useTouched } from './touched-choice.tsx'
import { lendingRefusals } from './words/fr/lending-refusals.ts'
import { stopping as words } from './words/fr/stopping.ts'

type StopFormProps = {
  readonly site: string
  readonly today: string
  readonly space: LentSpaceView
  readonly onStopped: (space: LentSpaceView) => void
}

/** Ends the lending of a space from a date on, once what happens to later bookings is chosen. */
export const StopForm = ({ site, today, space, onStopped }: StopFormProps) => {
  const [touched, onRefused] = useTouched()
  const { tries, errors, problem, refuse, send } = useForm(onStopped, onRefused)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const from = String(data.get('from') ?? '')
    const said = touched && readTold(data, touched)
    if (!(from >= today)) return refuse({ from: words.wrong })
    if (said && 'errors' in said) return refuse(said.errors)
    const revised = { revision: space.revision, from, ...(said && { touched: said.told }) }
    send(() => lendingApi.stop(site, space.id, revised))
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <Refusal key={`r${tries}`} problem={problem} refusals={lendingRefusals} />}
      <DateField id="from" label={words.from} min={today} defaultValue={today} error={errors.from} />
      {touched && <TouchedChoice key={touched.mark} touched={touched} errors={errors} />}
      <div class="actions actions-row">
        <button class="button" type="submit">
          {words.submit}
        </button>
        <a class="button quiet" href={`/espaces?lieu=${site}`}>
          {words.never}
        </a>
      </div>
    </form>
  )
}
