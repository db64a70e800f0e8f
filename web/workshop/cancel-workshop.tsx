import type { WorkshopView } from '../../shared/contracts/workshop-views.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { goInstead } from '../kit/go.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { editRefusals } from './words/fr/edit.ts'
import { cancelling as words } from './words/fr/edit-cancelling.ts'
import { type Colleagues, workshopApi } from './workshop-client.ts'

const MOST_LETTERS = 300

type CancelProps = { readonly workshop: WorkshopView; readonly colleagues: Colleagues }

/** Cancels one workshop in two steps, after naming a colleague who could lead it. */
export const CancelWorkshop = ({ workshop, colleagues }: CancelProps) => {
  const { tried, send } = useForm()
  const kind = workshop.appointments ? 'permanence' : 'workshop'
  const [free] = colleagues.filter(({ leads, busy, tooFar }) => !leads && !busy && !tooFar)
  const cancel = (form: FormData) => {
    const note = textIn(form, 'motif')
    send(
      () => workshopApi.cancel(workshop.id, note ? { note } : {}),
      ({ id }) => goInstead(`/atelier?id=${id}`),
    )
  }
  return (
    <details>
      <summary class="tall">{words.open[kind]}</summary>
      <Form onSend={cancel}>
        <Messages tried={tried} refusals={editRefusals} />
        <p>{words.told}</p>
        {free && <p>{words.instead(free.name)}</p>}
        <TextField
          id="motif"
          label={words.reason}
          hint={words.reasonHint}
          rows={3}
          maxLength={MOST_LETTERS}
        />
        <div class="actions actions-row">
          <button class="button quiet" type="submit" aria-disabled={tried.working}>
            {words.cancel[kind]}
          </button>
        </div>
        <p role="status">{tried.working && words.working}</p>
      </Form>
    </details>
  )
}
