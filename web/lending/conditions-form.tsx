import { useState } from 'preact/hooks'
import type { Received } from '../../shared/contracts/request-line.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { useForm } from '../kit/use-form.ts'
import { lendingApi } from './lending-client.ts'
import { SavingRefusal } from './saving-refusal.tsx'
import { conditionsFormRefusals, ruling, conditionsForm as words } from './words/fr/ruling.ts'

const MOST_LETTERS = 4000

/** The conditions of a site, accepted before booking there. */
export const ConditionsForm = ({ site: { id, conditions } }: { site: SiteView }) => {
  const [saved, setSaved] = useState<Received<'PUT /sites/:site/conditions'>>()
  const { tries, errors, problem, working, refuse, send } = useForm(setSaved)
  const version = saved?.version ?? conditions?.version ?? 0
  const isSaved = saved && !problem && Object.keys(errors).length === 0
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const asked = {
      rules: String(form.get('reglement') ?? '').trim() || null,
      needsInsurance: form.has('assurance'),
    }
    if (asked.needsInsurance && !asked.rules) return refuse({ reglement: words.rulesMissing })
    send(() => lendingApi.setConditions(id, { ...asked, seen: version }))
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      <h2>{words.title}</h2>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      {problem && <SavingRefusal key={`r${tries}`} problem={problem} refusals={conditionsFormRefusals} />}
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
        {working ? ruling.working : isSaved && (saved.rules ? words.saved : words.removed)}
      </p>
    </form>
  )
}
