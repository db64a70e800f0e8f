import { occupancySeenByDesk, withoutAllocations } from '../../shared/domain/allocation.ts'
import type { SpaceDay } from '../../shared/domain/availability.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import { closedRangesOf } from '../../shared/domain/closure.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, localTimeAt, type TimeZone, UTC } from '../../shared/domain/instant.ts'
import { addDays, datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import { type Membership, publicOn } from '../../shared/domain/public.ts'
import { spaceFor } from '../../shared/domain/space.ts'
import type { LentSite, OccupancyAt } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { findMembershipThere, type Reader } from './find-membership-there.ts'

export type AvailabilityDeps = Pick<Dependencies, 'sites' | 'members' | 'now'>

/** The `reader` may see more than everyone; the booking that is `moving` takes no units. */
export type ReadAvailability = {
  readonly site: SiteId
  readonly from?: LocalDate | undefined
  readonly days: number
  readonly reader?: Reader | undefined
  readonly moving?: Booking | undefined
}

export type SiteDays = LentSite & {
  readonly membership: Membership | undefined
  readonly occupancyAt: OccupancyAt
  readonly dates: readonly LocalDate[]
  readonly days: readonly SpaceDay[]
}

const occupanciesWithout = (
  occupancyAt: OccupancyAt,
  site: SiteId,
  moving: Booking | undefined,
): OccupancyAt => {
  if (!moving || moving.site !== site || !isActive(moving)) return occupancyAt
  return (date, space) =>
    withoutAllocations(
      occupancyAt(date, space),
      moving.allocations.filter((allocation) => allocation.date === date && allocation.space === space),
    )
}

/** Tahiti and Wallis, as far from UTC as a site can be. */
const [MOST_BEHIND, MOST_AHEAD] = [-10 * 60, 12 * 60]

/** The zones of sites that were read before. */
const zones = new Map<SiteId, TimeZone>()

/** Before the site's zone is known, its today may be one of two dates. */
const datesToRead = ({ site, from, days }: ReadAvailability, now: Instant) => {
  const zone = zones.get(site)
  const todayAt = (ahead: number) =>
    zone ? localTimeAt(now, zone).date : localTimeAt(addMinutes(now, ahead), UTC).date
  return { from: from ?? todayAt(MOST_BEHIND), to: addDays(from ?? todayAt(MOST_AHEAD), days - 1), now }
}

type LentWeek = LentSite & { readonly occupancyAt: OccupancyAt }

const readLent = async (query: ReadAvailability, deps: AvailabilityDeps): Promise<LentWeek | undefined> => {
  const known = zones.get(query.site)
  const lent = await deps.sites.findSiteWithOccupancies(query.site, datesToRead(query, deps.now()))
  if (!lent) return undefined
  const { timeZone } = lent.site
  zones.set(query.site, timeZone)
  // What was remembered may be wrong: then other dates were read.
  return known && known !== timeZone ? readLent(query, deps) : lent
}

/** All spaces of a site, today first by default; undefined when the site does not exist. */
export const readSiteDays = async (
  query: ReadAvailability,
  deps: AvailabilityDeps,
): Promise<SiteDays | undefined> => {
  const now = deps.now()
  const lent = await readLent(query, deps)
  if (!lent) return undefined
  const { site, spaces, closures } = lent
  const membership = await findMembershipThere(lent, query.reader, deps)
  const occupancyAt = occupanciesWithout(lent.occupancyAt, site.id, query.moving)
  const dates = datesFrom(query.from ?? localTimeAt(now, site.timeZone).date, query.days)
  const days = dates.flatMap((date) =>
    spaces
      .map((space) => spaceFor(space, publicOn(membership, date)))
      .map((space) => {
        const closed = closedRangesOf(closures, { space, spaces, date })
        return {
          site,
          space,
          date,
          occupancy: occupancySeenByDesk(space, (id) => occupancyAt(date, id)),
          closed,
          now,
        }
      }),
  )
  return { ...lent, membership, dates, days }
}
