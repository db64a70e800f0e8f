import { useState } from 'preact/hooks'
import type { InvitationView, NewInvitation } from '../../shared/contracts/right-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { isEmail } from '../kit/is-email.ts'
import { sendOnce } from '../kit/send-once.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { useKeptForm } from '../kit/use-kept-form.ts'
import { common } from '../kit/words/fr/common.ts'
import { rightApi } from './right-client.ts'
import { rights, roleHints, roles } from './words/fr/rights.ts'
import { staffRefusals } from './words/fr/staff-refusals.ts'

type InviteFormProps = {
  readonly scope: string
  readonly onInvited: (invitation: InvitationView) => void
  /** The label of the address. */
  readonly label?: string
  readonly hint?: string
}

type StaffRole = keyof typeof roleHints

const rolesIn = (scope: string): StaffRole[] => {
  if (scope.startsWith('association:')) return []
  if (scope.startsWith('site:')) return ['agent', 'mediator', 'manager', 'owner']
  return scope === 'network'
    ? ['manager', 'phone', 'network']
    : ['manager', 'phone', 'coordinator', 'network']
}

const errorsOf = ({ code }: WebProblem): FieldErrors | undefined =>
  code === 'invalid' ? { email: rights.emailWrong } : undefined

const useInviting = ({ scope, onInvited }: InviteFormProps) => {
  const [sent, setSent] = useState(0)
  const { tried, refuse, send } = useForm(errorsOf)
  const invite = (form: FormData) => {
    const email = textIn(form, 'email')
    if (!isEmail(email)) return refuse({ email: rights.emailWrong })
    const body: NewInvitation = {
      email,
      role: rolesIn(scope).find((role) => role === form.get('role')) ?? 'member',
      scope,
    }
    send(
      () => sendOnce(`invite ${JSON.stringify(body)}`, (key) => rightApi.invite(body, key)),
      (invitation) => {
        setSent(sent + 1)
        onInvited(invitation)
      },
    )
  }
  return { sent, tried, invite }
}

const RoleChoice = ({ scope }: Pick<InviteFormProps, 'scope'>) => (
  <fieldset class="radios radios-long">
    <legend>{rights.role}</legend>
    {rolesIn(scope).map((role, at) => (
      <label key={role} class="radio">
        <input type="radio" name="role" value={role} defaultChecked={at === 0} />
        <span>
          <strong>{roles[role]}</strong>
          {common.colon}
          {roleHints[role]}
        </span>
      </label>
    ))}
  </fieldset>
)

/** An address and, where there are several, a role: the message that leaves carries the link. */
export const InviteForm = (props: InviteFormProps) => {
  const { sent, tried, invite } = useInviting(props)
  const form = useKeptForm(tried.problem)
  const { scope, label = rights.email, hint = rights.emailHint } = props
  return (
    <Form key={sent} of={form} onSend={invite}>
      <Messages tried={tried} refusals={staffRefusals} />
      <TextField
        id="email"
        label={label}
        hint={hint}
        inputmode="email"
        autocapitalize="none"
        autocomplete="off"
        maxLength={254}
        error={tried.errors.email}
        required
      />
      {rolesIn(scope).length > 0 && <RoleChoice scope={scope} />}
      <button class="button" type="submit" aria-disabled={tried.working}>
        {rights.submit}
      </button>
      <p role="status">{tried.working && rights.working}</p>
    </Form>
  )
}
