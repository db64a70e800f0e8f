import type { PlannedView } from '../../shared/contracts/planning-views.ts'
import { Form, Messages } from '../kit/form.tsx'
import { useErrors } from '../kit/use-errors.ts'
import { dayWords, rangeWords } from '../kit/words/fr/time-words.ts'
import type { NewCopies } from './staff-client.ts'
import { copying as words } from './words/fr/copying.ts'

const MOST_WEEKS = 12
const MOST_COPIES = 120

type CopyFormProps = {
  readonly planned: readonly PlannedView[]
  readonly nameOf: (space: string) => string
  readonly wanted: NewCopies | undefined
  readonly working: boolean
  readonly onLook: (wanted: NewCopies) => void
}

const upTo = (most: number) => Array.from({ length: most }, (_, at) => at + 1)

const Bookings = ({ planned, nameOf, wanted }: Omit<CopyFormProps, 'onLook' | 'working'>) => (
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
)

/** Which bookings are copied, and for how many weeks. */
export const CopyForm = ({ working, onLook, ...props }: CopyFormProps) => {
  const { planned, wanted } = props
  const { tried, check } = useErrors()
  const submit = (form: FormData) => {
    const chosen = form.getAll('bookings')
    const bookings = planned.map(({ id }) => id).filter((id) => chosen.includes(id))
    if (check(bookings.length > 0 ? {} : { [`of-${planned[0]?.id}`]: words.none }))
      onLook({ bookings, weeks: upTo(Number(form.get('weeks'))) })
  }
  const most = Math.min(MOST_WEEKS, Math.floor(MOST_COPIES / planned.length))
  return (
    <Form class="stack narrow" onSend={submit}>
      <Messages tried={tried} />
      <Bookings {...props} />
      <div class="field">
        <label for="weeks">{words.weeks}</label>
        <select id="weeks" name="weeks">
          {upTo(most).map((count) => (
            <option key={count} value={count} selected={count === wanted?.weeks.length}>
              {words.weekOptions(count)}
            </option>
          ))}
        </select>
      </div>
      <button class="button" type="submit" aria-disabled={working}>
        {words.check}
      </button>
    </Form>
  )
}
