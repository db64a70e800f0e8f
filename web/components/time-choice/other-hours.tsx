import { useState } from 'preact/hooks'
import type { Choice } from '../../choice.ts'
import { choose } from '../../messages/fr/choose.ts'
import { type Days, freeOn, limitsOn, placesNeeded, type What } from '../../next-times.ts'
import { endsOf, startsOf } from '../../proposals.ts'
import { dayWords, hourWords, placesWords } from '../../time-words.ts'
import { SelectField } from '../field/select-field.tsx'
import { FromTo } from './from-to.tsx'
import type { Going } from './going.ts'

type OtherHoursProps = {
  readonly what: What
  readonly days: Days
  /** Chosen on an earlier page, and none of the times offered. */
  readonly wished: Choice | undefined
  readonly going: Going
}

type Wish = Partial<Pick<Choice, 'date' | 'start' | 'end' | 'places'>>

/** Quarters beyond the shortest booking, when no end is asked for yet. */
const USUAL = 6

/** What can be chosen, given what is already: a wish that no longer fits falls back on what does. */
const optionsOf = ({ what, days }: OtherHoursProps, wish: Wish) => {
  const { site, space, use } = what
  const places = wish.places ?? what.places ?? 1
  const needed = placesNeeded(space, use, places)
  const open = days.filter((day) => startsOf(freeOn(day, space.id), limitsOn(day, space), needed).length > 0)
  const day = open.find(({ date }) => date === wish.date) ?? open[0]
  const free = day ? freeOn(day, space.id) : []
  const limits = day ? limitsOn(day, space) : space
  const starts = startsOf(free, limits, needed)
  const start = starts.find((each) => each === wish.start) ?? starts[0]
  const ends = start ? endsOf(free, limits, needed, start) : []
  const end = ends.find((each) => each === wish.end) ?? ends.at(Math.min(ends.length - 1, USUAL))
  const chosen =
    day && start && end ? { site: site.id, space: space.id, use, date: day.date, start, end, places } : null
  return { dates: open.map(({ date }) => date), starts, ends, places, chosen }
}

type WhenProps = {
  readonly options: ReturnType<typeof optionsOf>
  readonly chosen: Choice
  readonly onChange: (part: Wish) => void
}

const When = ({ options: { dates, starts, ends }, chosen, onChange }: WhenProps) => (
  <>
    <SelectField
      id="date"
      label={choose.day}
      value={chosen.date}
      options={dates.map((date) => [date, dayWords(date)])}
      onChoose={(date) => onChange({ date })}
    />
    <div class="pair">
      <SelectField
        id="start"
        label={choose.start}
        value={chosen.start}
        options={starts.map((time) => [time, hourWords(time)])}
        onChoose={(start) => onChange({ start })}
      />
      <SelectField
        id="end"
        label={choose.end}
        value={chosen.end}
        options={ends.map((time) => [time, hourWords(time)])}
        onChoose={(end) => onChange({ end })}
      />
    </div>
  </>
)

/** Any start and end on the quarter, and several places unless a booking moves: native lists, nothing to type. */
export const OtherHours = (props: OtherHoursProps) => {
  const { what, days, wished, going } = props
  const [wish, setWish] = useState<Wish>(wished ?? {})
  const options = optionsOf(props, wish)
  const { chosen, places } = options
  const change = (part: Wish) => setWish((last) => ({ ...last, ...part }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen) going.go(chosen)
  }
  const counts = Array.from({ length: what.space.capacity }, (_, index) => String(index + 1))
  return (
    <details class="other-hours" open={days.some(({ date }) => date === wished?.date)}>
      <summary>{choose.other}</summary>
      <form onSubmit={submit}>
        {what.use === 'desk' && counts.length > 1 && !going.from && (
          <SelectField
            id="places"
            label={choose.places}
            value={String(places)}
            options={counts.map((count) => [count, placesWords(Number(count))])}
            onChoose={(count) => change({ places: Number(count) })}
          />
        )}
        {chosen ? (
          <>
            <When options={options} chosen={chosen} onChange={change} />
            <FromTo {...going} to={chosen} today={what.site.today} />
            <button class="button quiet" type="submit" aria-disabled={going.working !== undefined}>
              {going.words.submitOther}
            </button>
          </>
        ) : (
          <p role="status">{choose.nothingThatWeek}</p>
        )}
      </form>
    </details>
  )
}
