import type { SiteId } from './ids.ts'
import { distanceKm } from './position.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import { territoryNameOf } from './territory.ts'

/** Roads are longer than the straight line; a third more is usual in the country. */
const ROAD_FACTOR = 1.3
/** Between 80 km/h on the road and 30 in villages. */
const KM_AN_HOUR = 50
/** To leave one room, park, and open the other. */
const MARGIN_MINUTES = 10
const ROUNDED_TO_MINUTES = 5
const MINUTES_A_QUARTER = 15

export type Place = Pick<Site, 'id' | 'name' | 'departement' | 'timeZone' | 'position'>

/** `minutes` include the margin. */
export type Travel = { readonly km: number; readonly minutes: number }

/**
 * By car, by a stated rule and no map of roads: kilometres as the crow flies × 1.3, at 50 km/h, and 10 minutes
 * of margin, rounded up to 5 minutes. It errs to the safe side in the country. Undefined where nothing can be
 * said: an unknown position, another territory, another clock.
 */
export const travelBetween = (one: Place, other: Place): Travel | undefined => {
  if (!one.position || !other.position || one.timeZone !== other.timeZone) return undefined
  if (territoryNameOf(one.departement) !== territoryNameOf(other.departement)) return undefined
  const km = distanceKm(one.position, other.position) * ROAD_FACTOR
  const minutes = (km / KM_AN_HOUR) * 60 + MARGIN_MINUTES
  return {
    km: Math.round(km),
    minutes: Math.ceil(minutes / ROUNDED_TO_MINUTES) * ROUNDED_TO_MINUTES,
  }
}

/** When a mediator is at a site for a workshop. */
export type Stay = QuarterRange & { readonly site: SiteId }

/** Between two stays of a day; negative when they overlap. */
export const minutesBetween = (one: QuarterRange, other: QuarterRange): number =>
  (one.end <= other.start ? other.start - one.end : one.start - other.end) * MINUTES_A_QUARTER

export type TravelRefusal = Travel & {
  readonly kind: 'travel-too-short'
  readonly otherSite: SiteId
  readonly otherSiteName: string
  readonly freeMinutes: number
}

/** The first stay elsewhere from which, or to which, there is not enough time. */
export const refusalOfTravel = (
  wanted: QuarterRange & { readonly site: Place },
  stays: readonly (QuarterRange & { readonly site: Place })[],
): TravelRefusal | undefined => {
  for (const stay of stays) {
    const travel = stay.site.id === wanted.site.id ? undefined : travelBetween(stay.site, wanted.site)
    const freeMinutes = minutesBetween(stay, wanted)
    if (travel && freeMinutes < travel.minutes)
      return {
        kind: 'travel-too-short',
        otherSite: stay.site.id,
        otherSiteName: stay.site.name,
        freeMinutes,
        ...travel,
      }
  }
  return undefined
}
