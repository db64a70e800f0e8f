import { useState } from 'preact/hooks'
import type { InvitationView, NewInvitation } from '../../shared/contracts/right-views.ts'
import type { WebProblem } from '../kit/api-client.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { sendOnce } from '../kit/send-once.ts'
import { useKeptForm } from '../kit/use-kept-form.ts'
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

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

type StaffRole = keyof typeof roleHints

const rolesIn = (scope: string): StaffRole[] => {
  if (scope.startsWith('association:')) return []
  return scope.startsWith('site:') ? ['agent', 'mediator', 'manager'] : ['manager', 'network']
}

const useInviting = ({ scope, onInvited }: InviteFormProps) => {
  const [sent, setSent] = useState(0)
  const [tries, setTries] = useState(0)
  const [working, setWorking] = useState(false)
  const [failed, setFailed] = useState<WebProblem>()
  const invite = async (body: NewInvitation) => {
    setWorking(true)
    setFailed(undefined)
    const answer = await sendOnce(`invite ${JSON.stringify(body)}`, (key) => rightApi.invite(body, key))
    setWorking(false)
    setTries(tries + 1)
    if (!answer.ok) return setFailed(answer.problem)
    setSent(sent + 1)
    onInvited(answer.value)
  }
  const submit = (form: FormData) => {
    const email = String(form.get('email') ?? '').trim()
    if (EMAIL.test(email))
      return invite({ email, role: (form.get('role') ?? 'member') as NewInvitation['role'], scope })
    setTries(tries + 1)
    setFailed({ code: 'invalid' })
  }
  return { sent, tries, working, failed, submit }
}

const RoleChoice = ({ scope }: Pick<InviteFormProps, 'scope'>) => (
  <fieldset class="radios radios-long">
    <legend>{rights.role}</legend>
    {rolesIn(scope).map((role, at) => (
      <label key={role} class="radio">
        <input type="radio" name="role" value={role} defaultChecked={at === 0} />
        <span>
          <strong>{roles[role]}</strong> : {roleHints[role]}
        </span>
      </label>
    ))}
  </fieldset>
)

/** An address and, where there are several, a role: the message that leaves carries the link. */
export const InviteForm = (props: InviteFormProps) => {
  const { sent, tries, working, failed, submit } = useInviting(props)
  const form = useKeptForm(failed)
  const { scope, label = rights.email, hint = rights.emailHint } = props
  const wrong = failed?.code === 'invalid' ? rights.emailWrong : undefined
  return (
    <form
      key={sent}
      ref={form}
      class="form"
      method="post"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (!working) submit(new FormData(event.currentTarget))
      }}
    >
      {wrong && <ErrorSummary key={`errors ${tries}`} errors={{ email: wrong }} />}
      {failed && !wrong && <Refusal key={`problem ${tries}`} refusals={staffRefusals} problem={failed} />}
      <TextField
        id="email"
        label={label}
        hint={hint}
        inputmode="email"
        autocapitalize="none"
        autocomplete="off"
        maxLength={254}
        error={wrong}
        required
      />
      {rolesIn(scope).length > 0 && <RoleChoice scope={scope} />}
      <button class="button" type="submit" aria-disabled={working}>
        {rights.submit}
      </button>
      <p role="status">{working && rights.working}</p>
    </form>
  )
}
