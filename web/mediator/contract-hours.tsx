import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { mediatorApi } from './mediator-client.ts'
import { hoursIn } from './week-of.ts'
import { myWeek as words } from './words/fr/my-week.ts'

type ContractHoursProps = { readonly hours: number | undefined; readonly onSaved: () => void }

/** Written by the mediator, and read by nobody else. */
export const ContractHours = ({ hours, onSaved }: ContractHoursProps) => {
  const { tried, refuse, send } = useForm()
  const save = (form: FormData) => {
    const weekly = hoursIn(textIn(form, 'heures'))
    if (weekly === undefined) return refuse({ heures: words.weeklyWrong })
    send(() => mediatorApi.sayHours(weekly), onSaved)
  }
  return (
    <details class="off-paper">
      <summary class="tall">{words.contract}</summary>
      <Form onSend={save}>
        <Messages tried={tried} />
        <TextField
          id="heures"
          label={words.weekly}
          hint={words.weeklyHint}
          class="short"
          error={tried.errors.heures}
          defaultValue={hours === undefined ? '' : String(hours).replace('.', ',')}
        />
        <div class="actions actions-row">
          <button class="button quiet" type="submit" aria-disabled={tried.working}>
            {words.save}
          </button>
        </div>
        <p role="status">{tried.working && words.saving}</p>
      </Form>
    </details>
  )
}
