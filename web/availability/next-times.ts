import type {
  AvailabilityView,
  FreeRangeView,
  SiteView,
  SpaceView,
} from '../../shared/contracts/site-views.ts'
import type { Choice } from './choice.ts'
import { type Limits, proposalsOf } from './proposed-times.ts'

/** A time that can be taken now; `left` places are free throughout. */
export type FreeTime = Choice & { readonly left: number }

export type Days = AvailabilityView['days']
type Day = Days[number]

/** The search for a time. */
export type What = {
  readonly site: SiteView
  readonly space: SpaceView
  readonly use: Choice['use']
  readonly places?: number
}

/** The wanted use if the space offers it; without a wanted one, its usual use. */
export const useOf = ({ uses }: SpaceView, wanted?: string): Choice['use'] | undefined =>
  uses.find((use) => use === wanted) ?? (wanted ? undefined : (uses.find((use) => use === 'desk') ?? uses[0]))

/** A desk takes the places asked for, a room takes them all. */
export const placesNeeded = (space: Pick<SpaceView, 'capacity'>, use: Choice['use'], places = 1): number =>
  use === 'room' ? space.capacity : places

export const freeOn = (day: Day, space: string): readonly FreeRangeView[] =>
  day.spaces.find((each) => each.space === space)?.free ?? []

/** The limits of a day: a membership may end before another day. */
export const limitsOn = (day: Day, space: SpaceView): Limits =>
  day.spaces.find((each) => each.space === space.id) ?? space

export const timesOf = ({ site, space, use, places: wanted = 1 }: What, day: Day): FreeTime[] =>
  day.spaces
    .filter((each) => each.space === space.id)
    .flatMap((each) => proposalsOf(each.free, each, placesNeeded(space, use, wanted)))
    .map(({ start, end, places }) => ({
      site: site.id,
      space: space.id,
      date: day.date,
      start,
      end,
      use,
      places: wanted,
      left: places,
    }))

const byTime = (one: FreeTime, other: FreeTime): number =>
  `${one.date} ${one.start} ${one.end}`.localeCompare(`${other.date} ${other.start} ${other.end}`)

type Wish = { readonly use?: string | undefined; readonly places?: number }

/** Every time of a site for a use and so many places, soonest first. */
export const timesOfSite = (site: SiteView, { days }: AvailabilityView, { use, places }: Wish): FreeTime[] =>
  days
    .flatMap((day) =>
      site.spaces.flatMap((space) => {
        const own = useOf(space, use)
        return own ? timesOf({ site, space, use: own, ...(own === 'desk' && places && { places }) }, day) : []
      }),
    )
    .sort(byTime)

/** Some of the times, on as many different days as possible. */
export const spreadOverDays = (times: readonly FreeTime[], count: number): FreeTime[] => {
  const byDay = Map.groupBy(times, ({ date }) => date)
  return [...byDay.values()]
    .flatMap((ofDay) => ofDay.map((time, rank) => ({ time, rank })))
    .sort((one, other) => one.rank - other.rank || byTime(one.time, other.time))
    .slice(0, count)
    .map(({ time }) => time)
    .sort(byTime)
}

/** The next times of a site for a use, on as many different days as possible. */
export const nextTimes = (
  site: SiteView,
  availability: AvailabilityView,
  use: string | undefined,
  count: number,
): FreeTime[] => spreadOverDays(timesOfSite(site, availability, { use }), count)
