import { useState } from 'preact/hooks'
import type { LentSpaceView } from '../../shared/contracts/lending-views.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { Form } from '../kit/form.tsx'
import { useForm } from '../kit/use-form.ts'
import { lendingApi } from './lending-client.ts'
import { PersonRules } from './person-rules.tsx'
import { RuleFields } from './rule-fields.tsx'
import { SavingMessages } from './saving-refusal.tsx'
import { setUpOfSpace } from './set-up.ts'
import { errorsOfRules, withOneForEveryone, withRules } from './space-rules.ts'
import { readTold, TouchedChoice, useTouched } from './touched-choice.tsx'
import { lendingRefusals } from './words/fr/lending-refusals.ts'
import { ruling as words } from './words/fr/ruling.ts'

type RulesFormProps = {
  readonly site: string
  readonly space: LentSpaceView
  readonly onSaved: (space: LentSpaceView) => void
}

const useSaving = ({ site, space, onSaved }: RulesFormProps) => {
  const [setUp] = useState(() => withOneForEveryone(setUpOfSpace(space)))
  const [touched, onRefused] = useTouched()
  const { tried, refuse, send } = useForm(onRefused)
  const save = (data: FormData) => {
    const next = withRules(setUp, data)
    const found = Object.entries(errorsOfRules(next)).map(([id, error]) => [id, words.errors[error]])
    const said = touched && readTold(data, touched)
    if (found.length > 0) return refuse(Object.fromEntries(found))
    if (said && 'errors' in said) return refuse(said.errors)
    const change = { ...next, revision: space.revision, ...(said && { touched: said.told }) }
    send(() => lendingApi.change(site, space.id, change), onSaved)
  }
  return { tried, setUp, touched, save }
}

/** All rules of a space; the bookings that a change touches are shown before it is saved. */
export const RulesForm = (props: RulesFormProps) => {
  const { setUp, tried, touched, save } = useSaving(props)
  const { errors, working } = tried
  return (
    <Form onSend={save}>
      <ErrorSummary key={tried.tries} errors={errors} />
      <RuleFields setUp={setUp} errors={errors} />
      <PersonRules setUp={setUp} errors={errors} />
      <SavingMessages tried={{ ...tried, errors: {} }} refusals={lendingRefusals} />
      {touched && <TouchedChoice key={touched.mark} touched={touched} errors={errors} />}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {words.save}
        </button>
      </div>
      <p role="status">{working && words.working}</p>
    </Form>
  )
}
