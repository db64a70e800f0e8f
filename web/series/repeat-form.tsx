import { useState } from 'preact/hooks'
import type { Choice } from '../availability/choice.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { type Repetition, RHYTHMS, type Rhythm } from './repetition.ts'
import { repeating } from './words/fr/repeating.ts'

type RepeatFormProps = {
  readonly choice: Choice
  readonly asked: Repetition | undefined
  readonly working: boolean
  readonly onRepeat: (repetition: Repetition) => void
}

/** How often, until when, and whether some of the dates are of any use without the others. */
export const RepeatForm = ({ choice, asked, working, onRepeat }: RepeatFormProps) => {
  const [rhythm, setRhythm] = useState<Rhythm>(asked?.rhythm ?? 'week')
  const [tries, setTries] = useState(0)
  const [error, setError] = useState<string>()
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    const until = String(form.get('until') ?? '')
    const wrong = until > choice.date ? undefined : repeating.untilWrong
    setTries(tries + 1)
    setError(wrong)
    if (!wrong && !working) onRepeat({ rhythm, until, mode: form.has('all') ? 'all' : 'possible' })
  }
  return (
    <form class="form" method="post" noValidate onSubmit={submit}>
      {error && <ErrorSummary key={tries} errors={{ until: error }} />}
      <SelectField
        id="rhythm"
        label={repeating.rhythm}
        value={rhythm}
        options={RHYTHMS.map((each) => [each, repeating.rhythms[each]] as const)}
        onChoose={(chosen) => setRhythm(RHYTHMS.find((each) => each === chosen) ?? 'week')}
      />
      <DateField
        id="until"
        label={repeating.until}
        min={choice.date}
        defaultValue={asked?.until ?? ''}
        error={error}
      />
      <label class="whole-series">
        <input type="checkbox" name="all" defaultChecked={asked?.mode === 'all'} />
        {repeating.onlyAll}
      </label>
      <button class="button" type="submit" aria-disabled={working}>
        {repeating.submit}
      </button>
    </form>
  )
}
