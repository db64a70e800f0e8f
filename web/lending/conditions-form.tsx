import { useState } from 'preact/hooks'
import type { Received } from '../../shared/contracts/request-line.ts'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { lendingApi } from './lending-client.ts'
import { SavingMessages } from './saving-refusal.tsx'
import { conditionsFormRefusals, ruling, conditionsForm as words } from './words/fr/ruling.ts'

const MOST_LETTERS = 4000

const useConditions = ({ id, conditions }: SiteView) => {
  const [saved, setSaved] = useState<Received<'PUT /sites/:site/conditions'>>()
  const { tried, refuse, send } = useForm()
  const version = saved?.version ?? conditions?.version ?? 0
  const save = (form: FormData) => {
    const rules = textIn(form, 'reglement') || null
    const needsInsurance = form.has('assurance')
    if (needsInsurance && !rules) return refuse({ reglement: words.rulesMissing })
    send(() => lendingApi.setConditions(id, { rules, needsInsurance, seen: version }), setSaved)
  }
  const isSaved = !tried.problem && Object.keys(tried.errors).length === 0
  return { tried, version, saved: isSaved ? saved : undefined, save }
}

/** The conditions of a site, accepted before booking there. */
export const ConditionsForm = ({ site }: { site: SiteView }) => {
  const { tried, version, saved, save } = useConditions(site)
  const { rules = '', needsInsurance = false } = site.conditions ?? {}
  const said = saved && (saved.rules ? words.saved : words.removed)
  return (
    <Form onSend={save}>
      <h2>{words.title}</h2>
      <SavingMessages tried={tried} refusals={conditionsFormRefusals} />
      <p>{words.lead}</p>
      <TextField
        id="reglement"
        label={words.rules}
        hint={words.rulesHint}
        rows={8}
        maxLength={MOST_LETTERS}
        defaultValue={rules}
        error={tried.errors.reglement}
      />
      <label class="radio">
        <input type="checkbox" name="assurance" defaultChecked={needsInsurance} />
        <span class="radio-words">{words.insurance}</span>
      </label>
      {version > 0 && <p>{words.again}</p>}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {words.save}
        </button>
      </div>
      <p role="status" class="free">
        {tried.working ? ruling.working : said}
      </p>
    </Form>
  )
}
