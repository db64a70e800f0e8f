import { useState } from 'preact/hooks'
import type { PremisesOfSiteView, PremisesView } from '../../shared/contracts/premises-views.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { TextField } from '../kit/field/text-field.tsx'
import { Form } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useForm } from '../kit/use-form.ts'
import { lendingApi } from './lending-client.ts'
import { SavingMessages } from './saving-refusal.tsx'
import { premisesRefusals, premises as words } from './words/fr/premises.ts'

const MOST_LETTERS = 120

type FormProps = { readonly site: string; readonly from: PremisesOfSiteView }

const textOf = (form: FormData) => {
  const [owner, operator] = [textIn(form, 'proprietaire'), textIn(form, 'animateur')]
  const [name, until] = [textIn(form, 'convention'), textIn(form, 'fin')]
  return {
    ...(owner && { owner }),
    ...(operator && { operator }),
    ...(name && { agreement: { name, ...(until && { until }) } }),
  }
}

/** For who may say whose the premises are. */
export const PremisesForm = ({ site, from }: FormProps) => {
  const [saved, setSaved] = useState<PremisesView>()
  const { tried, refuse, send } = useForm()
  const { version } = saved ?? from
  const save = (form: FormData) => {
    const text = textOf(form)
    if (textIn(form, 'fin') && !text.agreement) return refuse({ convention: words.agreementMissing })
    send(() => lendingApi.describePremises(site, { ...text, seen: version }), setSaved)
  }
  const isSaved = saved && !tried.problem && Object.keys(tried.errors).length === 0
  const line = { maxLength: MOST_LETTERS }
  return (
    <Form onSend={save}>
      <SavingMessages tried={tried} refusals={premisesRefusals} />
      <TextField
        {...line}
        id="proprietaire"
        label={words.owner}
        hint={words.ownerHint}
        defaultValue={from.owner ?? ''}
      />
      <TextField
        {...line}
        id="animateur"
        label={words.operator}
        hint={words.operatorHint}
        defaultValue={from.operator ?? ''}
      />
      <TextField
        {...line}
        id="convention"
        label={words.agreement}
        hint={words.agreementHint}
        defaultValue={from.agreement?.name ?? ''}
        error={tried.errors.convention}
      />
      <DateField id="fin" label={words.until} required={false} defaultValue={from.agreement?.until ?? ''} />
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={tried.working}>
          {words.save}
        </button>
      </div>
      <p role="status" class="free">
        {tried.working ? words.working : isSaved && words.saved}
      </p>
    </Form>
  )
}
