import { useState } from 'preact/hooks'
import type { AvailabilityView, SiteView, SpaceView } from '../../../shared/contracts/site-views.ts'
import { type Choice, detailsAddress } from '../../choice.ts'
import { choose } from '../../messages/fr/choose.ts'
import { type FreeTime, timesOf } from '../../next-times.ts'
import { dayWords } from '../../time-words.ts'
import { ErrorSummary } from '../field/error-summary.tsx'
import { WishLink } from '../wish/wish-link.tsx'
import { DayChoices } from './day-choices.tsx'
import { OtherHours } from './other-hours.tsx'

type TimeChoiceProps = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly use: Choice['use']
  readonly days: AvailabilityView['days']
  /** Chosen on an earlier page, if it is still free. */
  readonly wished: Pick<Choice, 'date' | 'start' | 'end'> | undefined
}

const list = new Intl.ListFormat('fr-FR', { type: 'conjunction' })

/** The free times of a week, one of them to be chosen. */
export const TimeChoice = ({ site, space, use, days, wished }: TimeChoiceProps) => {
  const [picked, setPicked] = useState<FreeTime>()
  const [tries, setTries] = useState(0)
  const byDay = days.map((day) => [day.date, timesOf(site.id, space, use, day)] as const)
  const offered = byDay.filter(([, times]) => times.length > 0)
  const without = byDay.filter(([, times]) => times.length === 0)
  const same = (time: FreeTime, other = picked ?? wished) =>
    time.date === other?.date && time.start === other.start && time.end === other.end
  const chosen = offered.flatMap(([, times]) => times).find((time) => same(time))
  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    if (chosen) location.assign(detailsAddress(chosen))
    else setTries(tries + 1)
  }
  const toBeTold = <WishLink wanted={{ site: site.id, date: without[0]?.[0] ?? site.today, use }} />
  if (offered.length === 0)
    return (
      <>
        <p class="nothing">{choose.nothingThatWeek}</p>
        {toBeTold}
      </>
    )
  return (
    <div class="time-choice">
      {tries > 0 && !chosen && <ErrorSummary key={tries} errors={{ time: choose.missing }} />}
      <form id="times" onSubmit={submit} noValidate>
        <DayChoices days={offered} today={site.today} chosen={chosen} onChoose={setPicked} />
        {without.length > 0 && (
          <p class="soft">{choose.noneOn(list.format(without.map(([date]) => dayWords(date, site.today))))}</p>
        )}
        <button class="button" type="submit">
          {choose.submit}
        </button>
      </form>
      <OtherHours key={use} site={site.id} space={space} use={use} days={days} />
      {toBeTold}
    </div>
  )
}
