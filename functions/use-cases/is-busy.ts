import { withoutAllocations } from '../../shared/domain/allocation.ts'
import { holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import { hasLapsed } from '../../shared/domain/booking-state.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { type Occupancy, placesLeft } from '../../shared/domain/occupancy.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import type { Dependencies } from '../dependencies.ts'

/** An expired hold of theirs is no longer in the way. */
export const isBusy = async (
  holder: HolderId,
  occupancy: Occupancy,
  sitting: QuarterRange & { readonly date: LocalDate },
  { bookings, now }: Pick<Dependencies, 'bookings' | 'now'>,
): Promise<boolean> => {
  if (placesLeft(1, occupancy, sitting) > 0) return false
  const own = await bookings.listOwnDay(holder, sitting.date)
  const lapsed = own.filter((booking) => hasLapsed(booking, now())).flatMap(holderAllocationsOf)
  const ofDay = lapsed.filter(({ date }) => date === sitting.date)
  return placesLeft(1, withoutAllocations(occupancy, ofDay), sitting) === 0
}
