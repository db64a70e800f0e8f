import type { AvailabilityView, SiteView } from '../../../shared/contracts/site-views.ts'
import { chooseAddress } from '../../choice.ts'
import { results } from '../../messages/fr/search.ts'
import { site as words } from '../../messages/fr/site.ts'
import { type FreeTime, freeOn, nextTimes, placesNeeded } from '../../next-times.ts'
import { freeStretchesOf } from '../../proposals.ts'
import { fullDayWords, placesWords, rangesWords, shortDayWords, shortRangeWords } from '../../time-words.ts'
import { Ribbon } from '../ribbon/ribbon.tsx'

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
          {words.free} {rangesWords(free)}
        </span>
      </p>
      <Ribbon counter={day.counter} open={open} free={free} />
    </div>
  )
}

const Time = ({ time }: { time: FreeTime }) => (
  <a class="time" href={chooseAddress(time)}>
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
