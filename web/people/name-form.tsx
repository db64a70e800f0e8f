import { type Answer, api } from '../kit/api-client.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Refusal } from '../kit/notice/refusal.tsx'
import { useForm } from '../kit/use-form.ts'
import { details } from './words/fr/details.ts'

type NameFormProps = { readonly onSaved: (name: string) => void; readonly submitWords?: string }

/** For a signed-in person without a name. */
export const NameForm = ({ onSaved, submitWords = details.book }: NameFormProps) => {
  const { tries, errors, problem, refuse, send } = useForm(onSaved)
  const save = (name: string) => {
    if (!name) return refuse({ name: details.nameMissing })
    send(async (): Promise<Answer<string>> => {
      const answer = await api.changeMe(name)
      return answer.ok ? { ok: true, value: name } : answer
    })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save(String(new FormData(event.currentTarget as HTMLFormElement).get('name') ?? '').trim())
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <Refusal key={`r${tries}`} problem={problem} />}
      <TextField
        id="name"
        label={details.name}
        autocomplete="name"
        maxLength={80}
        error={errors.name}
        required
      />
      <button class="button" type="submit">
        {submitWords}
      </button>
    </form>
  )
}
