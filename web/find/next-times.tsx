import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'
import { detailsAddress } from '../availability/choice.ts'
import { type FreeTime, freeOn, nextTimes, placesNeeded } from '../availability/next-times.ts'
import { freeStretchesOf } from '../availability/proposed-times.ts'
import { Ribbon } from '../kit/ribbon/ribbon.tsx'
import { ribbonWords } from '../kit/words/fr/ribbon.ts'
import {
  fullDayWords,
  placesWords,
  rangesWords,
  shortDayWords,
  shortRangeWords,
} from '../kit/words/fr/time-words.ts'
import { results } from './words/fr/search.ts'

type NextTimesProps = {
  readonly site: SiteView
  readonly availability: AvailabilityView
  readonly use?: string | undefined
}

const FirstDay = ({ site, availability, time }: Omit<NextTimesProps, 'use'> & { time: FreeTime }) => {
  const day = availability.days.find(({ date }) => date === time.date)
  const space = site.spaces.find(({ id }) => id === time.space)
  if (!day || !space) return null
  const open = day.spaces.find((each) => each.space === space.id)?.open ?? []
  const free = freeStretchesOf(freeOn(day, space.id), placesNeeded(space, time.use))
  return (
    <div>
      <p class="day-line">
        <span>{fullDayWords(day.date, site.today)}</span>
        <span class="free">
          {ribbonWords.free} {rangesWords(free)}
        </span>
      </p>
      <Ribbon counter={day.counter} open={open} free={free} />
    </div>
  )
}

const Time = ({ time }: { time: FreeTime }) => (
  <a class="time" href={detailsAddress(time)}>
    <strong>{shortDayWords(time.date)}</strong>
    <span>{shortRangeWords(time.start, time.end)}</span>
    {time.use === 'desk' && <span>{placesWords(time.left)}</span>}
  </a>
)

/** The next day with something free as a ribbon, and the next times as direct links. */
export const NextTimes = ({ site, availability, use }: NextTimesProps) => {
  const times = nextTimes(site, availability, use, 3)
  const [first] = times
  return (
    <div class="next-times">
      {first ? <FirstDay site={site} availability={availability} time={first} /> : <p>{results.fullWeek}</p>}
      {first && (
        <ul class="times">
          {times.map((time) => (
            <li key={`${time.space} ${time.date} ${time.start} ${time.end}`}>
              <Time time={time} />
            </li>
          ))}
        </ul>
      )}
      <p>
        <a class="tall" href={`/lieu?id=${site.id}`}>
          {results.allTimes}
          <span class="for-readers"> : {site.name}</span>
        </a>
      </p>
    </div>
  )
}
