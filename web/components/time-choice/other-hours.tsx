import { useState } from 'preact/hooks'
import type { AvailabilityView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { type Choice, detailsAddress } from '../../choice.ts'
import { choose } from '../../messages/fr/choose.ts'
import { freeOn, placesNeeded } from '../../next-times.ts'
import { endsOf, startsOf } from '../../proposals.ts'
import { dayWords, hourWords, placesWords } from '../../time-words.ts'
import { SelectField } from '../field/select-field.tsx'

type OtherHoursProps = {
  readonly site: string
  readonly space: SpaceView
  readonly use: Choice['use']
  readonly days: AvailabilityView['days']
}

type Wish = { readonly date: string; readonly start: string; readonly end: string; readonly places: number }

/** Quarters beyond the shortest booking, when no end is asked for yet. */
const USUAL = 6

/** What can be chosen, given what is already: a wish that no longer fits falls back on what does. */
const optionsOf = ({ space, use, days }: OtherHoursProps, wish: Partial<Wish>) => {
  const places = wish.places ?? 1
  const needed = placesNeeded(space, use, places)
  const open = days.filter((day) => startsOf(freeOn(day, space.id), space, needed).length > 0)
  const day = open.find(({ date }) => date === wish.date) ?? open[0]
  const free = day ? freeOn(day, space.id) : []
  const starts = startsOf(free, space, needed)
  const start = starts.find((each) => each === wish.start) ?? starts[0]
  const ends = start ? endsOf(free, space, needed, start) : []
  const end = ends.find((each) => each === wish.end) ?? ends.at(Math.min(ends.length - 1, USUAL))
  return { dates: open.map(({ date }) => date), starts, ends, chosen: { date: day?.date, start, end, places } }
}

/** Any start and end on the quarter, and several places: native lists, nothing to type. */
export const OtherHours = (props: OtherHoursProps) => {
  const [wish, setWish] = useState<Partial<Wish>>({})
  const { dates, starts, ends, chosen } = optionsOf(props, wish)
  const { site, space, use } = props
  const change = (part: Partial<Wish>) => setWish((last) => ({ ...last, ...part }))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    const { date, start, end, places } = chosen
    if (date && start && end) location.assign(detailsAddress({ site, space: space.id, use, date, start, end, places }))
  }
  const counts = Array.from({ length: space.capacity }, (_, index) => String(index + 1))
  return (
    <details class="other-hours">
      <summary>{choose.other}</summary>
      <form onSubmit={submit}>
        {use === 'desk' && space.capacity > 1 && (
          <SelectField
            id="places"
            label={choose.places}
            value={String(chosen.places)}
            options={counts.map((count) => [count, placesWords(Number(count))])}
            onChoose={(places) => change({ places: Number(places) })}
          />
        )}
        {chosen.end ? (
          <>
            <SelectField
              id="date"
              label={choose.day}
              value={chosen.date}
              options={dates.map((date) => [date, dayWords(date)])}
              onChoose={(date) => change({ date })}
            />
            <div class="pair">
              <SelectField
                id="start"
                label={choose.start}
                value={chosen.start}
                options={starts.map((time) => [time, hourWords(time)])}
                onChoose={(start) => change({ start })}
              />
              <SelectField
                id="end"
                label={choose.end}
                value={chosen.end}
                options={ends.map((time) => [time, hourWords(time)])}
                onChoose={(end) => change({ end })}
              />
            </div>
            <button class="button quiet" type="submit">
              {choose.submitOther}
            </button>
          </>
        ) : (
          <p role="status">{choose.nothingThatWeek}</p>
        )}
      </form>
    </details>
  )
}
