import { type Allocation, withoutAllocations } from '../../shared/domain/allocation.ts'
import { holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import { hasLapsed } from '../../shared/domain/booking-state.ts'
import type { HolderId, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Occupancy } from '../../shared/domain/occupancy.ts'
import type { Dependencies } from '../dependencies.ts'

/** What expired holds still take until their end is written. A preview writes nothing, and counts it as free. */
export type Lapsed = { readonly atSite: readonly Allocation[]; readonly own: readonly Allocation[] }

export const NONE_LAPSED: Lapsed = { atSite: [], own: [] }

type Where = {
  readonly site: SiteId
  readonly from: LocalDate
  readonly to: LocalDate
  readonly holder: HolderId
}

export const readLapsed = async (
  { site, from, to, holder }: Where,
  { holds, bookings, now }: Pick<Dependencies, 'holds' | 'bookings' | 'now'>,
): Promise<Lapsed> => {
  const at = now()
  const [held, own] = await Promise.all([holds.listHolds(site, from, to), bookings.listAllFrom(holder, from)])
  return {
    atSite: held.filter(({ until }) => until <= at).flatMap(({ allocations }) => allocations),
    own: own.filter((booking) => hasLapsed(booking, at)).flatMap(holderAllocationsOf),
  }
}

type Occupancies = {
  readonly occupancyOf: (space: SpaceId) => Occupancy
  readonly holderOccupancy: Occupancy
}

export const withoutLapsed = <O extends Occupancies>(facts: O, date: LocalDate, lapsed: Lapsed): O => ({
  ...facts,
  occupancyOf: (space) =>
    withoutAllocations(
      facts.occupancyOf(space),
      lapsed.atSite.filter((each) => each.date === date && each.space === space),
    ),
  holderOccupancy: withoutAllocations(
    facts.holderOccupancy,
    lapsed.own.filter((each) => each.date === date),
  ),
})
