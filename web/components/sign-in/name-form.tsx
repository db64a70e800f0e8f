import { useState } from 'preact/hooks'
import { api, type WebProblem } from '../../api-client.ts'
import { details } from '../../messages/fr/details.ts'
import { ErrorSummary } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'
import { Refusal } from '../notice/refusal.tsx'

type Outcome = { readonly tries: number; readonly error?: string; readonly problem?: WebProblem }

type NameFormProps = { readonly onSaved: (name: string) => void; readonly submitWords?: string }

/** For somebody signed in whose name is not known yet. */
export const NameForm = ({ onSaved, submitWords = details.book }: NameFormProps) => {
  const [{ tries, error, problem }, setOutcome] = useState<Outcome>({ tries: 0 })
  const save = async (name: string) => {
    if (!name) return setOutcome({ tries: tries + 1, error: details.nameMissing })
    const answer = await api.changeMe(name)
    if (answer.ok) onSaved(name)
    else setOutcome({ tries: tries + 1, problem: answer.problem })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save(String(new FormData(event.currentTarget as HTMLFormElement).get('name') ?? '').trim())
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {error && <ErrorSummary key={tries} errors={{ name: error }} />}
      {problem && <Refusal key={tries} problem={problem} />}
      <TextField id="name" label={details.name} autocomplete="name" maxLength={80} error={error} required />
      <button class="button" type="submit">
        {submitWords}
      </button>
    </form>
  )
}
