import { useState } from 'preact/hooks'
import type { SiteView } from '../../../shared/contracts/site-views.ts'
import type { WebProblem } from '../../api-client.ts'
import { type Asked, lendingApi } from '../../lending-client.ts'
import { askingRefusals, ruling, asking as words } from '../../messages/fr/ruling.ts'
import { ErrorSummary, type FieldErrors } from '../field/error-summary.tsx'
import { TextField } from '../field/text-field.tsx'
import { SavingRefusal } from './saving-refusal.tsx'

const MOST_LETTERS = 4000

type State = {
  readonly tries: number
  readonly errors: FieldErrors
  readonly problem?: WebProblem
  readonly saved?: string
}

/** What a place asks to be accepted before one books there. */
export const ConditionsForm = ({ site: { id, conditions } }: { site: SiteView }) => {
  const [{ tries, errors, problem, saved }, setState] = useState<State>({ tries: 0, errors: {} })
  const [working, setWorking] = useState(false)
  const [version, setVersion] = useState(conditions?.version ?? 0)
  const ask = async (asked: Asked) => {
    setWorking(true)
    const answer = await lendingApi.ask(id, { ...asked, seen: version })
    setWorking(false)
    if (!answer.ok) return setState({ tries: tries + 1, errors: {}, problem: answer.problem })
    setVersion(answer.value.version)
    setState({ tries, errors: {}, saved: asked.rules ? words.saved : words.removed })
  }
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const asked = { rules: String(form.get('reglement') ?? '').trim() || null, needsInsurance: form.has('assurance') }
    if (asked.needsInsurance && !asked.rules)
      return setState({ tries: tries + 1, errors: { reglement: words.rulesMissing } })
    if (!working) ask(asked)
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      <h2>{words.title}</h2>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <SavingRefusal key={`r${tries}`} problem={problem} refusals={askingRefusals} />}
      <p>{words.lead}</p>
      <TextField
        id="reglement"
        label={words.rules}
        hint={words.rulesHint}
        rows={8}
        maxLength={MOST_LETTERS}
        defaultValue={conditions?.rules ?? ''}
        error={errors.reglement}
      />
      <label class="radio">
        <input type="checkbox" name="assurance" defaultChecked={conditions?.needsInsurance ?? false} />
        <span class="radio-words">{words.insurance}</span>
      </label>
      {version > 0 && <p>{words.again}</p>}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {words.save}
        </button>
      </div>
      <p role="status" class="free">
        {working ? ruling.working : saved}
      </p>
    </form>
  )
}
