import { withoutAllocations } from '../../shared/domain/allocation.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Mediator } from '../../shared/domain/mediators.ts'
import { placesLeft } from '../../shared/domain/occupancy.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { TravelRefusal } from '../../shared/domain/travel.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { readMediatorDay, travelRefusalOn } from './check-travel.ts'
import { endLapsedOn } from './commit-and-offer.ts'
import { isBusy } from './is-busy.ts'

type Sitting = QuarterRange & { readonly site: SiteId; readonly date: LocalDate }

/** Of somebody who is to lead a workshop, by their name. */
export type PresenceRefusal = (TravelRefusal | { readonly kind: 'holder-busy' }) & {
  readonly mediatorName: string
}

/**
 * Whether somebody can lead a workshop then: free but for `own`, what they have of it already, and near enough to
 * what they lead before and after. Answers how often their day had changed. Throws ContentionError once requests
 * or offers that nobody answered are ended; `dry` counts them as free, and writes nothing.
 */
export const decidePresence = async (
  { id: holder, name: mediatorName }: Mediator,
  sitting: Sitting,
  { own, dry }: { readonly own?: Booking | undefined; readonly dry?: 'dry' | undefined },
  deps: BookingDependencies,
): Promise<Result<number, PresenceRefusal>> => {
  const day = await readMediatorDay(holder, sitting, deps)
  const taken = own ? holderAllocationsOf(own).filter(({ date }) => date === sitting.date) : []
  const ownDay = withoutAllocations(day.occupancy, taken)
  if (!dry && placesLeft(1, ownDay, sitting) < 1 && (await endLapsedOn({ ...sitting, holder }, deps)))
    throw new ContentionError('holder-busy')
  if (await isBusy(holder, ownDay, sitting, deps)) return refuse({ kind: 'holder-busy', mediatorName })
  const tooFar = travelRefusalOn(day, sitting)
  return tooFar ? refuse({ ...tooFar, mediatorName }) : ok(day.changes)
}
