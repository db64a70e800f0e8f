import { TextField } from '../kit/field/text-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { signInApi } from './sign-in-client.ts'
import { details } from './words/fr/details.ts'

type NameFormProps = { readonly onSaved: (name: string) => void; readonly submitWords: string }

/** For a signed-in person without a name. */
export const NameForm = ({ onSaved, submitWords }: NameFormProps) => {
  const { tried, refuse, send } = useForm()
  const save = (form: FormData) => {
    const name = textIn(form, 'name')
    if (!name) return refuse({ name: details.nameMissing })
    send(
      () => signInApi.changeName(name),
      () => onSaved(name),
    )
  }
  return (
    <Form onSend={save}>
      <Messages tried={tried} />
      <TextField
        id="name"
        label={details.name}
        autocomplete="name"
        maxLength={80}
        error={tried.errors.name}
        required
      />
      <button class="button" type="submit" aria-disabled={tried.working}>
        {submitWords}
      </button>
    </Form>
  )
}
