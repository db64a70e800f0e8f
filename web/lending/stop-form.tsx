import type { LentSpaceView } from '../../shared/contracts/lending-views.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
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
  const { tried, refuse, send } = useForm(onRefused)
  const stop = (data: FormData) => {
    const from = textIn(data, 'from')
    const said = touched && readTold(data, touched)
    if (!(from >= today)) return refuse({ from: words.wrong })
    if (said && 'errors' in said) return refuse(said.errors)
    const revised = { revision: space.revision, from, ...(said && { touched: said.told }) }
    send(() => lendingApi.stop(site, space.id, revised), onStopped)
  }
  return (
    <Form onSend={stop}>
      <Messages tried={tried} refusals={lendingRefusals} />
      <DateField id="from" label={words.from} min={today} defaultValue={today} error={tried.errors.from} />
      {touched && <TouchedChoice key={touched.mark} touched={touched} errors={tried.errors} />}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {words.submit}
        </button>
        <a class="button quiet" href={`/espaces?lieu=${site}`}>
          {words.never}
        </a>
      </div>
    </Form>
  )
}
