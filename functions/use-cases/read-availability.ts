import { occupancySeenByDesk, withoutAllocations } from '../../shared/domain/allocation.ts'
import { type Alternative, nearestAlternatives, type SpaceDay } from '../../shared/domain/availability.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import { closedRangesOf } from '../../shared/domain/closure.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays, datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import { EMPTY_OCCUPANCY, type Occupancy } from '../../shared/domain/occupancy.ts'
import { publicOn } from '../../shared/domain/public.ts'
import { type QuarterRange, runsOf } from '../../shared/domain/quarter-range.ts'
import { spaceFor } from '../../shared/domain/space.ts'
import type { LentSite, OccupancyAt } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'sites' | 'members' | 'now'>

/** `holder` may see more than everyone; the booking that is `moving` takes no units. */
export type ReadAvailability = {
  readonly site: SiteId
  readonly from?: LocalDate | undefined
  readonly days: number
  readonly holder?: HolderId | undefined
  readonly moving?: Booking | undefined
}

export type SiteDays = LentSite & {
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

/** All spaces of a site, today first by default; undefined when the site does not exist. */
export const readSiteDays = async (query: ReadAvailability, deps: Deps): Promise<SiteDays | undefined> => {
  const now = deps.now()
  // The site's zone is still unknown: its today is yesterday, today or tomorrow in UTC.
  const utcToday = localTimeAt(now, UTC).date
  const first = query.from ?? addDays(utcToday, -1)
  const last = query.from ? addDays(query.from, query.days - 1) : addDays(utcToday, query.days)
  const [lent, membership] = await Promise.all([
    deps.sites.findSiteWithOccupancies(query.site, { from: first, to: last, now }),
    query.holder && deps.members.findMembership(query.holder, query.site),
  ])
  if (!lent) return undefined
  const { site, spaces, closures } = lent
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
  return { ...lent, dates, days }
}

const DAYS_LOOKED_AT = 7
const MOST_ALTERNATIVES = 3

type Asked = BookingRequest & Pick<ReadAvailability, 'holder' | 'moving'> & { readonly site: SiteId }

/** Empty while the holder is unknown. */
const readOwnTimes = async (
  dates: readonly LocalDate[],
  { holder, moving }: Asked,
  { bookings }: Pick<Dependencies, 'bookings'>,
): Promise<Map<LocalDate, QuarterRange[]>> => {
  const occupancies = holder ? await bookings.readOwnDays(holder, dates) : new Map<LocalDate, Occupancy>()
  const own = moving ? holderAllocationsOf(moving) : []
  const busyOn = (date: LocalDate) => {
    const occupancy = withoutAllocations(
      occupancies.get(date) ?? EMPTY_OCCUPANCY,
      own.filter((time) => time.date === date),
    )
    return runsOf((at) => (occupancy[at] ?? 0) > 0 || undefined)
  }
  return new Map(dates.map((date) => [date, busyOn(date)]))
}

/** Nearby times in the same site, while the holder is free. */
export const findAlternatives = async (
  wanted: Asked,
  deps: Deps & Pick<Dependencies, 'bookings'>,
): Promise<Alternative[]> => {
  const [found, ownTimes] = await Promise.all([
    readSiteDays({ ...wanted, from: wanted.date, days: DAYS_LOOKED_AT }, deps),
    readOwnTimes(datesFrom(wanted.date, DAYS_LOOKED_AT), wanted, deps),
  ])
  const days = found?.days.map(({ closed = [], ...day }) => ({
    ...day,
    closed: [...closed, ...(ownTimes.get(day.date) ?? [])],
  }))
  return days ? nearestAlternatives(wanted, days, MOST_ALTERNATIVES) : []
}
