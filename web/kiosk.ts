import type { AvailabilityView, SiteView, SpaceView } from '../shared/contracts/site-views.ts'
import { freeOn, placesNeeded, useOf } from './next-times.ts'
import { freeStretchesOf } from './proposals.ts'

/** What is free of a space on one day, in stretches. */
export type FreeDay = { readonly date: string; readonly ranges: readonly [string, string][] }

const freeDaysOf = (space: SpaceView, { days }: AvailabilityView): FreeDay[] => {
  const use = useOf(space)
  if (!use) return []
  return days
    .map((day) => ({ date: day.date, ranges: freeStretchesOf(freeOn(day, space.id), placesNeeded(space, use)) }))
    .filter(({ ranges }) => ranges.length > 0)
}

/** For each space: what is free today, if anything, and on which day next. */
export const freeNowAndNext = (site: SiteView, availability: AvailabilityView) =>
  site.spaces.map((space) => {
    const free = freeDaysOf(space, availability)
    return {
      space,
      today: free.find(({ date }) => date === site.today),
      next: free.find(({ date }) => date > site.today),
    }
  })
