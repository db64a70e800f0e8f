import { useState } from 'preact/hooks'
import { api, type WebProblem } from '../../api-client.ts'
import { details } from '../../messages/fr/details.ts'
import { signInRefusals } from '../../messages/fr/sign-in-refusals.ts'
import { tabMemory, type Visitor } from '../../tab-memory.ts'
import { ErrorSummary, type FieldErrors } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'
import { Refusal } from '../notice/refusal.tsx'

type EmailFormProps = { readonly withName: boolean; readonly onSent: (visitor: Visitor) => void }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

const errorsOf = (name: string | undefined, email: string): FieldErrors => ({
  ...(name === '' ? { name: details.nameMissing } : {}),
  ...(EMAIL.test(email) ? {} : { email: details.emailWrong }),
})

type Outcome = { readonly tries: number; readonly errors: FieldErrors; readonly problem?: WebProblem }

const useSending = ({ withName, onSent }: EmailFormProps) => {
  const [{ tries, errors, problem }, setOutcome] = useState<Outcome>({ tries: 0, errors: {} })
  const [working, setWorking] = useState(false)
  const refuse = (outcome: Omit<Outcome, 'tries'>) => setOutcome((last) => ({ ...outcome, tries: last.tries + 1 }))
  const send = async (form: FormData) => {
    const email = textOf(form, 'email')
    const name = withName ? textOf(form, 'name') : undefined
    const wrong = errorsOf(name, email)
    if (Object.keys(wrong).length > 0) return refuse({ errors: wrong })
    setWorking(true)
    const answer = await api.sendCode(email)
    setWorking(false)
    if (answer.ok) return onSent({ email, ...(name ? { name } : {}) })
    if (answer.problem.code === 'invalid') return refuse({ errors: { email: details.emailWrong } })
    refuse({ errors: {}, problem: answer.problem })
  }
  return { tries, errors, problem, working, send }
}

/** Name and e-mail, then a code is sent. Filled in again from what the tab remembers. */
export const EmailForm = (props: EmailFormProps) => {
  const { tries, errors, problem, working, send } = useSending(props)
  const visitor = tabMemory.visitor()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (!working) send(new FormData(event.currentTarget as HTMLFormElement))
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      <ErrorSummary key={`errors ${tries}`} errors={errors} />
      {problem && <Refusal key={`problem ${tries}`} refusals={signInRefusals} problem={problem} />}
      {props.withName && (
        <TextField
          id="name"
          label={details.name}
          autocomplete="name"
          maxLength={80}
          defaultValue={visitor?.name ?? ''}
          error={errors.name}
          required
        />
      )}
      <TextField
        id="email"
        label={details.email}
        hint={details.emailHint}
        inputmode="email"
        autocapitalize="none"
        autocomplete="email"
        maxLength={254}
        defaultValue={visitor?.email ?? ''}
        error={errors.email}
        required
      />
      <button class="button" type="submit" aria-disabled={working}>
        {details.submit}
      </button>
    </form>
  )
}
