import { useState } from 'preact/hooks'
import type { SiteView } from '../../shared/contracts/site-views.ts'
import { parseQuarter } from '../../shared/domain/quarter.ts'
import type { Choice } from '../availability/choice.ts'
import { DateField } from '../kit/field/date-field.tsx'
import { SelectField } from '../kit/field/select-field.tsx'
import { counter } from './words/fr/counter.ts'

type OtherTimesProps = {
  readonly site: SiteView
  readonly use: Choice['use']
  readonly date: string
  readonly onDate: (date: string) => void
  readonly onBook: (choice: Choice) => void
}

/** An hour that is no quarter, or an end that is not after the start. */
const wrongIn = (start: string, end: string): 'start' | 'end' | undefined => {
  if (parseQuarter(start) === undefined) return 'start'
  return parseQuarter(end) === undefined || end <= start ? 'end' : undefined
}

type Three = [string, string, string]

const counts = (most: number) => Array.from({ length: most }, (_, index) => String(index + 1))

/** Another day, whose free times are then listed, and any hours of it: the API says when a space is not lent then. */
export const OtherTimes = ({ site, use, date, onDate, onBook }: OtherTimesProps) => {
  const spaces = site.spaces.filter(({ uses }) => uses.includes(use))
  const [id, setId] = useState(spaces[0]?.id)
  const [places, setPlaces] = useState('1')
  const [wrong, setWrong] = useState<'date' | 'start' | 'end'>()
  const space = spaces.find((each) => each.id === id) ?? spaces[0]
  if (!space) return null
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const form = event.currentTarget as HTMLFormElement
    const [day, start, end] = ['date', 'start', 'end'].map((name) =>
      String(new FormData(form).get(name)),
    ) as Three
    const field = day < site.today ? 'date' : wrongIn(start, end)
    setWrong(field)
    if (field) return document.getElementById(field)?.focus()
    onBook({ site: site.id, space: space.id, date: day, start, end, use, places: Number(places) })
  }
  return (
    <form class="counter" method="post" noValidate onSubmit={submit}>
      <h2>{counter.otherTitle}</h2>
      <DateField
        id="date"
        label={counter.date}
        min={site.today}
        defaultValue={date}
        error={wrong === 'date' ? counter.dateWrong : undefined}
        onChoose={(day) => day >= site.today && onDate(day)}
      />
      <div class="pair">
        <DateField
          type="time"
          step={900}
          id="start"
          label={counter.start}
          error={wrong === 'start' ? counter.startWrong : undefined}
        />
        <DateField
          type="time"
          step={900}
          id="end"
          label={counter.end}
          error={wrong === 'end' ? counter.endWrong : undefined}
        />
      </div>
      {spaces.length > 1 && (
        <SelectField
          id="space"
          label={counter.space}
          value={space.id}
          options={spaces.map(({ id: value, name }) => [value, name])}
          onChoose={setId}
        />
      )}
      {use === 'desk' && (
        <SelectField
          id="places"
          label={counter.places}
          value={places}
          options={counts(space.capacity).map((count) => [count, count])}
          onChoose={setPlaces}
        />
      )}
      <button class="button quiet" type="submit">
        {counter.bookOther}
      </button>
    </form>
  )
}
