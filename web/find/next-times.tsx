import type { SiteView, SiteWeekView } from '../../shared/contracts/site-views.ts'
import type { FreeTime } from '../availability/next-times.ts'
import { TimeLink } from '../availability/time-link.tsx'
import { priceWords } from '../kit/words/fr/price-words.ts'
import { placesWords } from '../kit/words/fr/time-words.ts'
import { foundTimes } from './found-times.ts'
import type { Wanted } from './wanted.ts'
import { results } from './words/fr/results.ts'

type NextTimesProps = SiteWeekView & { readonly wanted: Wanted }

/** What one gets for a time, and what it costs unless it is free. */
const termsOf = (time: FreeTime, site: SiteView): string => {
  const price = site.spaces.find(({ id }) => id === time.space)?.price
  return [
    time.use === 'desk' ? placesWords(time.left) : results.wholeRoom,
    ...(price && price.per !== 'free' ? [priceWords(price)] : []),
  ].join(', ')
}

/** The next free times of a site, each a way to book it. */
export const NextTimes = ({ site, week, wanted }: NextTimesProps) => {
  const times = foundTimes(site, week, wanted)
  if (times.length === 0) return <p>{results.fullWeek}</p>
  return (
    <ul class="times" aria-label={results.timesAt(site.name)}>
      {times.map((time) => (
        <li key={`${time.space} ${time.date} ${time.start} ${time.end}`}>
          <TimeLink time={time} today={site.today} terms={termsOf(time, site)} />
        </li>
      ))}
    </ul>
  )
}
