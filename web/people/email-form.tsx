import type { WebProblem } from '../kit/api-client.ts'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { isEmail } from '../kit/is-email.ts'
import { tabMemory, type Visitor } from '../kit/tab-memory.ts'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { signInApi } from './sign-in-client.ts'
import { details } from './words/fr/details.ts'
import { signInRefusals } from './words/fr/sign-in-refusals.ts'

type EmailFormProps = { readonly withName: boolean; readonly onSent: (visitor: Visitor) => void }

const errorsOf = (name: string | undefined, email: string): FieldErrors => ({
  ...(name === '' ? { name: details.nameMissing } : {}),
  ...(isEmail(email) ? {} : { email: details.emailWrong }),
})

const errorsOfProblem = ({ code }: WebProblem): FieldErrors | undefined =>
  code === 'invalid' ? { email: details.emailWrong } : undefined

const useSendCode = ({ withName, onSent }: EmailFormProps) => {
  const { tried, refuse, send } = useForm(errorsOfProblem)
  const sendCode = (form: FormData) => {
    const email = textIn(form, 'email')
    const name = withName ? textIn(form, 'name') : undefined
    const wrong = errorsOf(name, email)
    if (Object.keys(wrong).length > 0) return refuse(wrong)
    send(
      () => signInApi.sendCode(email),
      () => onSent({ email, ...(name && { name }) }),
    )
  }
  return { tried, sendCode }
}

/** Asks for a name and an e-mail and sends a code; prefilled from the tab's memory. */
export const EmailForm = (props: EmailFormProps) => {
  const { tried, sendCode } = useSendCode(props)
  const visitor = tabMemory.visitor()
  return (
    <Form onSend={sendCode}>
      <Messages tried={tried} refusals={signInRefusals} />
      {props.withName && (
        <TextField
          id="name"
          label={details.name}
          autocomplete="name"
          maxLength={80}
          defaultValue={visitor?.name ?? ''}
          error={tried.errors.name}
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
        error={tried.errors.email}
        required
      />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {details.submit}
      </button>
    </Form>
  )
}
