import { useState } from 'preact/hooks'
import type { Choice } from '../availability/choice.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { Form, Messages } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { useErrors } from '../kit/use-errors.ts'
import { type Repetition, RHYTHMS, type Rhythm } from './repetition.ts'
import { repeating } from './words/fr/repeating.ts'

type RepeatFormProps = {
  readonly choice: Choice
  readonly asked: Repetition | undefined
  readonly working: boolean
  readonly submitWords: string
  readonly onRepeat: (repetition: Repetition) => void
}

export const RepeatForm = ({ choice, asked, working, submitWords, onRepeat }: RepeatFormProps) => {
  const [rhythm, setRhythm] = useState<Rhythm>(asked?.rhythm ?? 'week')
  const { tried, check } = useErrors()
  const submit = (form: FormData) => {
    const until = textIn(form, 'until')
    const isRight = check(until > choice.date ? {} : { until: repeating.untilWrong })
    if (isRight && !working) onRepeat({ rhythm, until, mode: form.has('all') ? 'all' : 'possible' })
  }
  return (
    <Form onSend={submit}>
      <Messages tried={tried} />
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
        error={tried.errors.until}
      />
      <label class="whole-series">
        <input type="checkbox" name="all" defaultChecked={asked?.mode === 'all'} />
        {repeating.onlyAll}
      </label>
      <button class="button" type="submit" aria-disabled={working}>
        {submitWords}
      </button>
    </Form>
  )
}
