import type { AvailabilityView, SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { type FreeTime, spreadOverDays, timesOfSite } from '../availability/next-times.ts'
import type { Wanted } from './wanted.ts'

const MOST = 4

/** What meets one wish after the other; a wish that nothing meets is left out, as in the search itself. */
const narrowed = <T>(all: readonly T[], wishes: readonly ((each: T) => boolean)[]): readonly T[] =>
  wishes.reduce((left, isWanted) => {
    const fewer = left.filter(isWanted)
    return fewer.length > 0 ? fewer : left
  }, all)

const spacesOf = ({ spaces }: SiteView, { stepFree, free, access }: Wanted): readonly SpaceView[] =>
  narrowed(spaces, [
    ({ amenities }) => !stepFree || amenities.includes('step-free'),
    ({ price }) => !free || price.per === 'free',
    (space) => !access || space.access.kind === access,
  ])

/** The times to offer for a search: in the spaces, on the day and in the hours that are wanted, where there are any. */
export const foundTimes = (site: SiteView, availability: AvailabilityView, wanted: Wanted): FreeTime[] => {
  const { use, date, after, people } = wanted
  const places = people === undefined ? 1 : Number(people)
  const large = site.spaces.filter(
    ({ capacity, uses }) => capacity >= places && uses.some((each) => !use || each === use),
  )
  const spaces = [...spacesOf({ ...site, spaces: large }, wanted)]
  const times = timesOfSite({ ...site, spaces }, availability, { use, places })
  return spreadOverDays(
    narrowed(times, [
      (time) => !date || time.date === date,
      (time) => !after || time.end > after,
      (time) => !after || time.start >= after,
    ]),
    MOST,
  )
}
