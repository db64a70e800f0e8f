import { type Answer, api, type WebProblem } from '../kit/api-client.ts'
import { ErrorSummary, type FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { tabMemory, type Visitor } from '../kit/tab-memory.ts'
import { useForm } from '../kit/use-form.ts'
import { details } from './words/fr/details.ts'
import { signInRefusals } from './words/fr/sign-in-refusals.ts'

type EmailFormProps = { readonly withName: boolean; readonly onSent: (visitor: Visitor) => void }

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

const textOf = (form: FormData, name: string): string => String(form.get(name) ?? '').trim()

const errorsOf = (name: string | undefined, email: string): FieldErrors => ({
  ...(name === '' ? { name: details.nameMissing } : {}),
  ...(EMAIL.test(email) ? {} : { email: details.emailWrong }),
})

const errorsOfProblem = ({ code }: WebProblem): FieldErrors | undefined =>
  code === 'invalid' ? { email: details.emailWrong } : undefined

const useSendCode = ({ withName, onSent }: EmailFormProps) => {
  const { refuse, send, ...tried } = useForm(onSent, errorsOfProblem)
  const sendCode = (form: FormData) => {
    const email = textOf(form, 'email')
    const name = withName ? textOf(form, 'name') : undefined
    const wrong = errorsOf(name, email)
    if (Object.keys(wrong).length > 0) return refuse(wrong)
    send(async (): Promise<Answer<Visitor>> => {
      const answer = await api.sendCode(email)
      return answer.ok ? { ok: true, value: { email, ...(name && { name }) } } : answer
    })
  }
  return { ...tried, sendCode }
}

/** Asks for a name and an e-mail and sends a code; prefilled from the tab's memory. */
export const EmailForm = (props: EmailFormProps) => {
  const { tries, errors, problem, working, sendCode } = useSendCode(props)
  const visitor = tabMemory.visitor()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    sendCode(new FormData(event.currentTarget as HTMLFormElement))
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
