import { useState } from 'preact/hooks'
import { SelectField } from '../kit/field/select-field.tsx'
import { dayWords, hourWords, placesWords } from '../kit/words/fr/time-words.ts'
import type { Choice } from './choice.ts'
import { FromTo } from './from-to.tsx'
import type { NextStep } from './next-step.ts'
import { type Days, freeOn, limitsOn, placesNeeded, type What } from './next-times.ts'
import { endsOf, startsOf } from './proposed-times.ts'
import { choose } from './words/fr/choose.ts'

type OtherHoursProps = {
  readonly what: What
  readonly days: Days
  /** The choice of an earlier page that is none of the times offered. */
  readonly preset: Choice | undefined
  readonly next: NextStep
}

type TimeParts = Partial<Pick<Choice, 'date' | 'start' | 'end' | 'places'>>

/** Quarters beyond the shortest booking, when no end is chosen. */
const USUAL = 6

/** The options given the parts chosen so far; a part that no longer fits falls back to one that does. */
const optionsOf = ({ what, days }: OtherHoursProps, parts: TimeParts) => {
  const { site, space, use } = what
  const places = parts.places ?? what.places ?? 1
  const needed = placesNeeded(space, use, places)
  const open = days.filter((day) => startsOf(freeOn(day, space.id), limitsOn(day, space), needed).length > 0)
  const day = open.find(({ date }) => date === parts.date) ?? open[0]
  const free = day ? freeOn(day, space.id) : []
  const limits = day ? limitsOn(day, space) : space
  const starts = startsOf(free, limits, needed)
  const start = starts.find((each) => each === parts.start) ?? starts[0]
  const ends = start ? endsOf(free, limits, needed, start) : []
  const end = ends.find((each) => each === parts.end) ?? ends.at(Math.min(ends.length - 1, USUAL))
  const chosen =
    day && start && end ? { site: site.id, space: space.id, use, date: day.date, start, end, places } : null
  return { dates: open.map(({ date }) => date), starts, ends, places, chosen }
}

type WhenProps = {
  readonly options: ReturnType<typeof optionsOf>
  readonly chosen: Choice
  readonly onChange: (part: TimeParts) => void
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

/** Any start and end on the quarter, and several places unless a booking moves; only native lists. */
export const OtherHours = (props: OtherHoursProps) => {
  const { what, days, preset, next } = props
  const [parts, setParts] = useState<TimeParts>(preset ?? {})
  const options = optionsOf(props, parts)
  const { chosen, places } = options
  const change = (part: TimeParts) => setParts((last) => ({ ...last, ...part }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen) next.go(chosen)
  }
  const counts = Array.from({ length: what.space.capacity }, (_, index) => String(index + 1))
  return (
    <details class="other-hours" open={days.some(({ date }) => date === preset?.date)}>
      <summary>{choose.other}</summary>
      <form onSubmit={submit}>
        {what.use === 'desk' && counts.length > 1 && !next.from && (
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
            <FromTo {...next} to={chosen} today={what.site.today} />
            <button class="button quiet" type="submit" aria-disabled={next.working !== undefined}>
              {next.words.submitOther}
            </button>
          </>
        ) : (
          <p role="status">{choose.nothingThatWeek}</p>
        )}
      </form>
    </details>
  )
}
