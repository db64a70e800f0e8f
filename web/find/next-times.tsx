import type { SiteView } from '../../shared/contracts/site-views.ts'
import { detailsAddress } from '../availability/choice.ts'
import type { FreeTime } from '../availability/next-times.ts'
import { priceWords } from '../kit/words/fr/price-words.ts'
import { placesWords, shortRangeWords, soonDayWords } from '../kit/words/fr/time-words.ts'
import { foundTimes } from './found-times.ts'
import type { SiteWeek } from './site-week.ts'
import type { Wanted } from './wanted.ts'
import { results } from './words/fr/results.ts'

type NextTimesProps = { readonly week: SiteWeek; readonly wanted: Wanted }

type TimeProps = { readonly time: FreeTime; readonly site: SiteView }

/** What one gets for a time, and what it costs unless it is free. */
const termsOf = ({ time, site }: TimeProps): string => {
  const price = site.spaces.find(({ id }) => id === time.space)?.price
  return [
    time.use === 'desk' ? placesWords(time.left) : results.wholeRoom,
    ...(price && price.per !== 'free' ? [priceWords(price)] : []),
  ].join(', ')
}

const Time = ({ time, site }: TimeProps) => (
  <a class="time" href={detailsAddress(time)}>
    <strong>{soonDayWords(time.date, site.today)}</strong>
    <span>{shortRangeWords(time.start, time.end)}</span>
    <span>{termsOf({ time, site })}</span>
  </a>
)

/** The next free times of a site, each a way to book it. */
export const NextTimes = ({ week: [site, availability], wanted }: NextTimesProps) => {
  const times = foundTimes(site, availability, wanted)
  if (times.length === 0) return <p>{results.fullWeek}</p>
  return (
    <ul class="times" aria-label={results.timesAt(site.name)}>
      {times.map((time) => (
        <li key={`${time.space} ${time.date} ${time.start} ${time.end}`}>
          <Time time={time} site={site} />
        </li>
      ))}
    </ul>
  )
}
