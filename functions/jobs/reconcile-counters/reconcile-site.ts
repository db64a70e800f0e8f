import type { SiteId } from '../../../shared/domain/ids.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { type Discrepancy, discrepancies, type ReadOccupancy } from '../../../shared/domain/reconciliation.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import type { ClosureStore } from '../../../shared/store/closure-store.ts'
import type { OccupancyStore } from '../../../shared/store/occupancy-store.ts'

export type ReconcileSite = {
  readonly site: SiteId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly mend: boolean
}

/** `unsettled` occupancies changed while they were looked at: nothing is said of them. */
export type Reconciled = {
  readonly occupancies: number
  readonly unsettled: number
  readonly found: readonly Discrepancy[]
  readonly mended: number
}

type Deps = {
  readonly bookings: Pick<BookingStore, 'listSiteBookings'>
  readonly closures: Pick<ClosureStore, 'listClosedDays'>
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
 * Recomputes the counters of a site from its live bookings and what is closed there. An occupancy is judged only if no act changed it between two
 * readings around that of the bookings, and mended only if none did since: the audit may run while people book.
 */
export const reconcileSite = async (
  { site, from, to, mend }: ReconcileSite,
  deps: Deps,
): Promise<Reconciled> => {
  const before = await deps.occupancies.readOccupancies(site, from, to)
  const active = await deps.bookings.listSiteBookings(site, from, to)
  const closed = (await deps.closures.listClosedDays(site, from, to)).filter(
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
