import { useState } from 'preact/hooks'
import type { NewCopies } from '../../shared/contracts/copy-views.ts'
import type { PlannedView } from '../../shared/contracts/planning-views.ts'
import { ErrorSummary } from '../kit/field/error-summary.tsx'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { copying as words } from './words/fr/copying.ts'

const MOST_WEEKS = 12
const MOST_COPIES = 120

type CopyFormProps = {
  readonly planned: readonly PlannedView[]
  readonly nameOf: (space: string) => string
  readonly wanted: NewCopies | undefined
  readonly onLook: (wanted: NewCopies) => void
}

/** Which bookings are copied, and for how many weeks. */
export const CopyForm = ({ planned, nameOf, wanted, onLook }: CopyFormProps) => {
  const [missing, setMissing] = useState(false)
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const all = new FormData(event.currentTarget as HTMLFormElement)
    const bookings = all.getAll('bookings').map(String) as NewCopies['bookings']
    setMissing(bookings.length === 0)
    const weeks = Array.from({ length: Number(all.get('weeks')) }, (_, at) => at + 1)
    if (bookings.length > 0) onLook({ bookings, weeks })
  }
  const most = Math.min(MOST_WEEKS, Math.floor(MOST_COPIES / planned.length))
  return (
    <form class="stack narrow" onSubmit={submit} noValidate>
      <ErrorSummary errors={missing && planned[0] ? { [`of-${planned[0].id}`]: words.none } : {}} />
      <fieldset class="radios">
        <legend>{words.what}</legend>
        {planned.map(({ id, date, start, end, holderName, space }) => (
          <label key={id} class="radio">
            <input
              type="checkbox"
              name="bookings"
              id={`of-${id}`}
              value={id}
              defaultChecked={wanted?.bookings.some((each) => each === id) ?? true}
            />
            <span class="radio-words">
              {dayWords(date)}, {rangeWords(start, end)}, <span class="long-word">{holderName}</span>,{' '}
              {nameOf(space)}
            </span>
          </label>
        ))}
      </fieldset>
      <div class="field">
        <label for="weeks">{words.weeks}</label>
        <select id="weeks" name="weeks">
          {Array.from({ length: most }, (_, at) => at + 1).map((count) => (
            <option key={count} value={count} selected={count === wanted?.weeks.length}>
              {words.weekOptions(count)}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit">
        {words.check}
      </button>
    </form>
  )
}
