import { useState } from 'preact/hooks'
import type { SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { parseQuarter } from '../../shared/domain/quarter.ts'
import type { Choice } from '../availability/choice.ts'
import { DateField } from '../kit/field/date-field.tsx'
import type { FieldErrors } from '../kit/field/error-summary.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { Form } from '../kit/form.tsx'
import { textIn } from '../kit/text-in.ts'
import { counter } from './words/fr/counter.ts'

type OtherTimesProps = {
  readonly site: SiteView
  readonly use: Choice['use']
  readonly date: string
  readonly working: boolean
  readonly onDate: (date: string) => void
  readonly onBook: (choice: Choice) => void
}

/** The field with an hour off the quarter, or with an end before the start. */
const wrongIn = (start: string, end: string): 'start' | 'end' | undefined => {
  if (parseQuarter(start) === undefined) return 'start'
  return parseQuarter(end) === undefined || end <= start ? 'end' : undefined
}

const WRONG = { date: counter.dateWrong, start: counter.startWrong, end: counter.endWrong } as const

const QUARTERS = { type: 'time', step: 900 } as const

type WhenProps = Pick<OtherTimesProps, 'site' | 'date' | 'onDate'> & { readonly errors: FieldErrors }

const When = ({ site, date, onDate, errors }: WhenProps) => (
  <>
    <DateField
      id="date"
      label={counter.date}
      min={site.today}
      defaultValue={date}
      error={errors.date}
      onChoose={(day) => day >= site.today && onDate(day)}
    />
    <div class="pair">
      <DateField {...QUARTERS} id="start" label={counter.start} error={errors.start} />
      <DateField {...QUARTERS} id="end" label={counter.end} error={errors.end} />
    </div>
  </>
)

type WhereProps = Pick<OtherTimesProps, 'use'> & {
  readonly spaces: readonly SpaceView[]
  readonly space: SpaceView
  readonly onSpace: (id: string) => void
}

const Where = ({ spaces, space, use, onSpace }: WhereProps) => (
  <>
    {spaces.length > 1 && (
      <SelectField
        id="space"
        label={counter.space}
        value={space.id}
        options={spaces.map(({ id, name }) => [id, name])}
        onChoose={onSpace}
      />
    )}
    {use === 'desk' && (
      <SelectField
        id="places"
        label={counter.places}
        value="1"
        options={Array.from({ length: space.capacity }, (_, at) => [String(at + 1), String(at + 1)])}
      />
    )}
  </>
)

/** Another day and any of its hours; the API refuses hours when the space is not lent. */
export const OtherTimes = ({ site, use, date, working, onDate, onBook }: OtherTimesProps) => {
  const spaces = site.spaces.filter(({ uses }) => uses.includes(use))
  const [id, setId] = useState(spaces[0]?.id)
  const [errors, setErrors] = useState<FieldErrors>({})
  const space = spaces.find((each) => each.id === id) ?? spaces[0]
  if (!space) return null
  const book = (form: FormData) => {
    const [day, start, end] = [textIn(form, 'date'), textIn(form, 'start'), textIn(form, 'end')]
    const wrong = day < site.today ? 'date' : wrongIn(start, end)
    setErrors(wrong ? { [wrong]: WRONG[wrong] } : {})
    if (wrong) return document.getElementById(wrong)?.focus()
    const places = Number(form.get('places') ?? 1)
    onBook({ site: site.id, space: space.id, date: day, start, end, use, places })
  }
  return (
    <Form class="counter" onSend={book}>
      <h2>{counter.otherTitle}</h2>
      <When site={site} date={date} onDate={onDate} errors={errors} />
      <Where spaces={spaces} space={space} use={use} onSpace={setId} />
      <button class="button quiet" type="submit" aria-disabled={working}>
        {counter.bookOther}
      </button>
    </Form>
  )
}
