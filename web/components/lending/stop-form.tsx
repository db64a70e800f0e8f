import { useState } from 'preact/hooks'
import type { LentSpaceView, TouchedView } from '../../../shared/contracts/lending-views.ts'
import type { WebProblem } from '../../api-client.ts'
import { lendingApi } from '../../lending-client.ts'
import { lendingRefusals } from '../../messages/fr/lending-refusals.ts'
import { stopping as words } from '../../messages/fr/stopping.ts'
import { DateField } from '../field/date-field.tsx'
import { ErrorSummary, type FieldErrors } from '../field/error-summary.tsx'
import { Refusal } from '../notice/refusal.tsx'
import { readTold, TouchedChoice } from './touched-choice.tsx'

type StopFormProps = {
  readonly site: string
  readonly today: string
  readonly space: LentSpaceView
  readonly onStopped: (space: LentSpaceView) => void
}

type State = { readonly tries: number; readonly errors: FieldErrors; readonly problem?: WebProblem }

/** Ends the lending of a space from a day on, once it is said what becomes of what is booked after. */
export const StopForm = ({ site, today, space, onStopped }: StopFormProps) => {
  const [touched, setTouched] = useState<TouchedView>()
  const [{ tries, errors, problem }, setState] = useState<State>({ tries: 0, errors: {} })
  const submit = async (event: SubmitEvent) => {
    event.preventDefault()
    const data = new FormData(event.currentTarget as HTMLFormElement)
    const from = String(data.get('from') ?? '')
    const said = touched && readTold(data, touched)
    if (!(from >= today)) return setState({ tries: tries + 1, errors: { from: words.wrong } })
    if (said && 'errors' in said) return setState({ tries: tries + 1, errors: said.errors })
    const revised = { revision: space.revision, from, ...(said && { touched: said.told }) }
    const answer = await lendingApi.stop(site, space.id, revised)
    if (answer.ok) return onStopped(answer.value)
    if (answer.problem.code === 'touches-bookings') setTouched(answer.problem as unknown as TouchedView)
    setState({ tries: tries + 1, errors: {}, problem: answer.problem })
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
