import type { AvailabilityView, SiteView } from '../../shared/contracts/site-views.ts'
import { type FreeTime, spreadOverDays, timesOfSite } from '../availability/next-times.ts'
import type { Wanted } from './wanted.ts'

const MOST = 4

/** The times to offer for a search: on its day and in its hours where there are any, for so many people. */
export const foundTimes = (
  site: SiteView,
  availability: AvailabilityView,
  { use, date, after, people }: Wanted,
): FreeTime[] => {
  const places = people === undefined ? 1 : Number(people)
  const spaces = site.spaces.filter(({ capacity }) => capacity >= places)
  const times = timesOfSite({ ...site, spaces }, availability, { use, places })
  const wishes: ((time: FreeTime) => boolean)[] = [
    (time) => !date || time.date === date,
    (time) => !after || time.end > after,
    (time) => !after || time.start >= after,
  ]
  const narrowed = wishes.reduce((left, isWanted) => {
    const fewer = left.filter(isWanted)
    return fewer.length > 0 ? fewer : left
  }, times)
  return spreadOverDays(narrowed, MOST)
}
