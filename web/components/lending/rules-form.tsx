import { useState } from 'preact/hooks'
import type { LentSpaceView, TouchedView } from '../../../shared/contracts/lending-views.ts'
import type { WebProblem } from '../../api-client.ts'
import { lendingApi } from '../../lending-client.ts'
import { lendingRefusals } from '../../messages/fr/lending-refusals.ts'
import { ruling as words } from '../../messages/fr/ruling.ts'
import { setUpOfSpace } from '../../set-up.ts'
import { errorsOfRules, withOneForEveryone, withRules } from '../../space-rules.ts'
import { ErrorSummary, type FieldErrors } from '../field/error-summary.tsx'
import { PersonRules } from './person-rules.tsx'
import { RuleFields } from './rule-fields.tsx'
import { SavingRefusal } from './saving-refusal.tsx'
import { readTold, TouchedChoice } from './touched-choice.tsx'

type RulesFormProps = {
  readonly site: string
  readonly space: LentSpaceView
  readonly onSaved: (space: LentSpaceView) => void
}

type Outcome = { readonly errors: FieldErrors; readonly problem?: WebProblem }

const useSaving = ({ site, space, onSaved }: RulesFormProps) => {
  const [setUp] = useState(() => withOneForEveryone(setUpOfSpace(space)))
  const [{ tries, errors, problem }, setOutcome] = useState<Outcome & { readonly tries: number }>({
    tries: 0,
    errors: {},
  })
  const [touched, setTouched] = useState<TouchedView>()
  const [working, setWorking] = useState(false)
  const say = (outcome: Outcome) => setOutcome({ tries: tries + 1, ...outcome })
  const save = async (data: FormData) => {
    const next = withRules(setUp, data)
    const found = Object.entries(errorsOfRules(next)).map(([id, error]) => [id, words.errors[error]])
    const said = touched && readTold(data, touched)
    if (found.length > 0) return say({ errors: Object.fromEntries(found) })
    if (said && 'errors' in said) return say({ errors: said.errors })
    if (working) return
    setWorking(true)
    const answer = await lendingApi.change(site, space.id, {
      ...{ ...next, revision: space.revision },
      ...(said && { touched: said.told }),
    })
    setWorking(false)
    if (answer.ok) return onSaved(answer.value)
    if (answer.problem.code === 'touches-bookings') setTouched(answer.problem as unknown as TouchedView)
    say({ errors: {}, problem: answer.problem })
  }
  return { setUp, tries, errors, problem, touched, working, save }
}

/** All rules of a space at once; what its change would touch is shown before it is saved. */
export const RulesForm = (props: RulesFormProps) => {
  const { setUp, tries, errors, problem, touched, working, save } = useSaving(props)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    save(new FormData(event.currentTarget as HTMLFormElement))
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {tries > 0 && <ErrorSummary key={`e${tries}`} errors={errors} />}
      <RuleFields setUp={setUp} errors={errors} />
      <PersonRules setUp={setUp} errors={errors} />
      {problem && <SavingRefusal key={`r${tries}`} problem={problem} refusals={lendingRefusals} />}
      {touched && <TouchedChoice key={touched.mark} touched={touched} errors={errors} />}
      <div class="actions actions-row">
        <button class="button" type="submit" aria-disabled={working}>
          {words.save}
        </button>
      </div>
      <p role="status">{working && words.working}</p>
    </form>
  )
}
