import type { SelfView } from '../../shared/contracts/auth-views.ts'
import { BookingFor } from '../association/booking-for.tsx'
import { DateField } from '../kit/field/date-field.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { endOfSeason, type Repetition, RHYTHMS } from './repetition.ts'
import { repeating as words } from './words/fr/repeating.ts'

type RepeatFormProps = {
  readonly date: string
  readonly today: string
  readonly lastDate: string
  readonly repetition: Repetition
  readonly onChange: (repetition: Repetition) => void
  readonly grants: SelfView['grants']
  readonly as: string | undefined
  readonly onChosen: (as: string | undefined) => void
}

export const isRightEnd = ({ until }: Repetition, date: string): boolean =>
  until === undefined || until > date

const Until = ({ date, today, lastDate, repetition, onChange }: RepeatFormProps) => (
  <DateField
    id="until"
    label={words.until}
    hint={words.horizon(lastDate, today)}
    min={date}
    defaultValue={repetition.until ?? ''}
    error={isRightEnd(repetition, date) ? undefined : words.untilWrong}
    onChoose={(until) => onChange({ ...repetition, until })}
  />
)

/** How a choice is repeated, and for whom; each change is previewed. */
export const RepeatForm = (props: RepeatFormProps) => {
  const { date, repetition, onChange, grants, as, onChosen } = props
  const { rhythm, until } = repetition
  return (
    <div class="form">
      <BookingFor grants={grants} as={as} onChosen={onChosen} />
      <SelectField
        id="rhythm"
        label={words.rhythm}
        value={rhythm}
        options={RHYTHMS.map((each) => [each, words.rhythms[each]] as const)}
        onChoose={(chosen) =>
          onChange({ ...repetition, rhythm: RHYTHMS.find((each) => each === chosen) ?? 'week' })
        }
      />
      <SelectField
        id="end"
        label={words.end}
        value={until === undefined ? 'never' : 'until'}
        options={Object.entries(words.ends)}
        onChoose={(end) => onChange({ rhythm, until: end === 'never' ? undefined : endOfSeason(date) })}
      />
      {until !== undefined && <Until {...props} />}
    </div>
  )
}
