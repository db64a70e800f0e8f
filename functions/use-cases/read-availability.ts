import { occupancySeenByDesk, withoutAllocations } from '../../shared/domain/allocation.ts'
import type { SpaceDay } from '../../shared/domain/availability.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import { closedRangesOf } from '../../shared/domain/closure.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant, localTimeAt, UTC } from '../../shared/domain/instant.ts'
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

/** Before the site's zone is known, its today may be one of two dates. */
const datesToRead = ({ from, days }: ReadAvailability, now: Instant) => {
  const todayAt = (ahead: number) => localTimeAt(addMinutes(now, ahead), UTC).date
  return { from: from ?? todayAt(MOST_BEHIND), to: addDays(from ?? todayAt(MOST_AHEAD), days - 1) }
}

/** All spaces of a site, today first by default; undefined when the site does not exist. */
export const readSiteDays = async (
  query: ReadAvailability,
  deps: AvailabilityDeps,
): Promise<SiteDays | undefined> => {
  const now = deps.now()
  const lent = await deps.sites.findSiteWithOccupancies(query.site, { ...datesToRead(query, now), now })
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
