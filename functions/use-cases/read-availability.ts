import { occupancySeenByDesk, withoutAllocations } from '../../shared/domain/allocation.ts'
import { type Alternative, nearestAlternatives, type SpaceDay } from '../../shared/domain/availability.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import { closedRangesOf } from '../../shared/domain/closure.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { addDays, datesFrom, type LocalDate } from '../../shared/domain/local-date.ts'
import { EMPTY_OCCUPANCY, type Occupancy } from '../../shared/domain/occupancy.ts'
import { publicOn } from '../../shared/domain/public.ts'
import { type QuarterRange, runsOf } from '../../shared/domain/quarter-range.ts'
import type { Site } from '../../shared/domain/site.ts'
import { spaceFor } from '../../shared/domain/space.ts'
import type { LentSite, OccupancyAt } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'

type Deps = Pick<Dependencies, 'sites' | 'members' | 'now'>

/** `holder`: what they may book, which may be more than everyone may. `moving`: takes no place. */
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

/** The days of all spaces of a site, today first unless told; undefined when there is no such site. */
export const readSiteDays = async (query: ReadAvailability, deps: Deps): Promise<SiteDays | undefined> => {
  const now = deps.now()
  // The site's zone is not known before it is read: its today may be UTC's yesterday, today or tomorrow.
  const utcToday = localTimeAt(now, 'UTC' as Site['timeZone']).date
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

/** When the holder is elsewhere on some dates; nobody is, where nobody is named yet. */
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

/** What else the holder may book near a time that was taken, in the same site, while they are nowhere else. */
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
