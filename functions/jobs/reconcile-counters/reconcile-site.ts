import type { SiteId } from '../../../shared/domain/ids.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { type Discrepancy, discrepancies, type ReadOccupancy } from '../../../shared/domain/reconciliation.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import type { ClosedDayStore } from '../../../shared/store/closed-day-store.ts'
import type { OccupancyStore } from '../../../shared/store/occupancy-store.ts'

export type ReconcileSite = {
  readonly site: SiteId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly mend: boolean
}

/** `unsettled` occupancies changed during the check and are not judged. */
export type Reconciled = {
  readonly occupancies: number
  readonly unsettled: number
  readonly found: readonly Discrepancy[]
  readonly mended: number
}

type Deps = {
  readonly bookings: Pick<BookingStore, 'listSiteBookings'>
  readonly closedDays: ClosedDayStore
  readonly occupancies: OccupancyStore
}

const nameOf = ({ date, space }: Pick<ReadOccupancy, 'date' | 'space'>) => `${date} ${space}`

const mendAll = async (
  site: SiteId,
  found: readonly Discrepancy[],
  { occupancies }: Deps,
): Promise<number> => {
  let mended = 0
  for (const [first, ...others] of Map.groupBy(found, nameOf).values()) {
    if (first && (await occupancies.mendOccupancy(site, [first, ...others]))) mended += 1 + others.length
  }
  return mended
}

/**
 * Recomputes a site's counters from its active bookings and closures. People may book during a check: it
 * judges only occupancies that are equal before and after reading the bookings, and mends them on that
 * condition.
 */
export const reconcileSite = async (
  { site, from, to, mend }: ReconcileSite,
  deps: Deps,
): Promise<Reconciled> => {
  const before = await deps.occupancies.readOccupancies(site, from, to)
  const active = await deps.bookings.listSiteBookings(site, from, to)
  const closed = (await deps.closedDays.listClosedDays(site, from, to)).filter(
    ({ state }) => state === 'closed',
  )
  const allocations = [...active, ...closed].flatMap((each) => each.allocations)
  const after = await deps.occupancies.readOccupancies(site, from, to)
  const changesBefore = new Map(before.map((occupancy) => [nameOf(occupancy), occupancy.changes]))
  const settled = after.filter((occupancy) => changesBefore.get(nameOf(occupancy)) === occupancy.changes)
  const names = new Set(after.map(nameOf))
  const unsettledNames = new Set(after.filter((occupancy) => !settled.includes(occupancy)).map(nameOf))
  const found = discrepancies(
    settled,
    allocations.filter((allocation) => !unsettledNames.has(nameOf(allocation))),
  )
  return {
    occupancies: names.size,
    unsettled: unsettledNames.size,
    found,
    mended: mend ? await mendAll(site, found, deps) : 0,
  }
}
