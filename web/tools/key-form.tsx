import type { MadeApiKeyView, NewApiKey } from '../../shared/contracts/api-key-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { Choices } from '../kit/field/choices.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { sendOnce } from '../kit/send-once.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { useKeptForm } from '../kit/use-kept-form.ts'
import { common } from '../kit/words/fr/common.ts'
import { toolApi } from './tool-client.ts'
import { toolRefusals } from './words/fr/tool-refusals.ts'
import { tools as words } from './words/fr/tools.ts'

type KeyFormProps = {
  readonly scope: string
  readonly onMade: (made: MadeApiKeyView) => void
}

const ROLES = ['reader', 'writer'] as const
const USUAL_DAYS = 90

const errorsOf = ({ code }: WebProblem): FieldErrors | undefined =>
  code === 'invalid' ? { name: words.nameWrong } : undefined

const useMaking = ({ scope, onMade }: KeyFormProps) => {
  const { tried, refuse, send } = useForm(errorsOf)
  const make = (form: FormData) => {
    const name = textIn(form, 'name')
    if (!name) return refuse({ name: words.nameMissing })
    const role = ROLES.find((each) => each === form.get('role')) ?? 'writer'
    const body: NewApiKey = { name, role, days: Number(form.get('days')) }
    send(
      () => sendOnce(`key ${scope} ${JSON.stringify(body)}`, (key) => toolApi.makeKey(scope, body, key)),
      onMade,
    )
  }
  return { tried, make }
}

const RoleChoice = () => (
  <fieldset class="radios radios-long">
    <legend>{words.role}</legend>
    {ROLES.map((role, at) => (
      <label key={role} class="radio">
        <input type="radio" name="role" value={role} defaultChecked={at === 0} />
        <span>
          <strong>{words.roles[role]}</strong>
          {common.colon}
          {words.roleHints[role]}
        </span>
      </label>
    ))}
  </fieldset>
)

/** The name of a tool, what it may do, and for how long. */
export const KeyForm = (props: KeyFormProps) => {
  const { tried, make } = useMaking(props)
  const form = useKeptForm(tried.problem)
  return (
    <Form of={form} onSend={make}>
      <Messages tried={tried} refusals={toolRefusals} />
      <TextField
        id="name"
        label={words.name}
        hint={words.nameHint}
        autocomplete="off"
        maxLength={60}
        error={tried.errors.name}
        required
      />
      {!props.scope.startsWith('association:') && <RoleChoice />}
      <Choices
        id="days"
        legend={words.days}
        options={words.dayChoices.map(([days, said]) => [String(days), said] as const)}
        chosen={[String(USUAL_DAYS)]}
      />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {words.make}
      </button>
      <p role="status">{tried.working && words.working}</p>
    </Form>
  )
}
