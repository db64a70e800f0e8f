import type { AvailabilityView, SiteView, SpaceView } from '../../shared/contracts/site-views.ts'
import { freeOn, placesNeeded, useOf } from '../availability/next-times.ts'
import { freeStretchesOf } from '../availability/proposed-times.ts'

/** The free stretches of a space on one day. */
export type FreeDay = { readonly date: string; readonly ranges: readonly [string, string][] }

const freeDaysOf = (space: SpaceView, { days }: AvailabilityView): FreeDay[] => {
  const use = useOf(space)
  if (!use) return []
  return days
    .map((day) => ({
      date: day.date,
      ranges: freeStretchesOf(freeOn(day, space.id), placesNeeded(space, use)),
    }))
    .filter(({ ranges }) => ranges.length > 0)
}

/** For each space: its free time today, if any, and its next free day. */
export const freeNowAndNext = (site: SiteView, availability: AvailabilityView) =>
  site.spaces.map((space) => {
    const free = freeDaysOf(space, availability)
    return {
      space,
      today: free.find(({ date }) => date === site.today),
      next: free.find(({ date }) => date > site.today),
    }
  })
