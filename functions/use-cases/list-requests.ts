import type { HeldBooking } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import { hasLapsed } from '../../shared/domain/booking-state.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import { placesOf } from './read-bookings.ts'

export type ListedRequest = BookingDetails & { readonly booking: HeldBooking; readonly holder: Holder }

type Listing = { readonly site: SiteId; readonly by: Actor }
type Deps = Pick<Dependencies, 'sites' | 'workshops' | 'holds' | 'identities' | 'grants' | 'now'>

/** Soonest to expire first; undefined for people who may not approve there. */
export const listRequests = async (
  { site, by }: Listing,
  deps: Deps,
): Promise<ListedRequest[] | undefined> => {
  if (!(await may(by, 'approve', { site }, deps))) return undefined
  const location = await deps.sites.findLocation(site)
  if (!location) return undefined
  const now = deps.now()
  const bookings = await deps.holds.listHeld(site, localTimeAt(now, location.timeZone).date)
  const held = bookings.filter((each) => each.status === 'requested' && !hasLapsed(each, now))
  const [details, holders] = await Promise.all([
    placesOf(held, deps),
    deps.identities.findHolders([...new Set(held.map(({ holder }) => holder))]),
  ])
  return details
    .map((each) => ({
      ...each,
      holder: holders.get(each.booking.holder) ?? { id: each.booking.holder },
    }))
    .sort((a, b) => a.booking.until - b.booking.until)
}
