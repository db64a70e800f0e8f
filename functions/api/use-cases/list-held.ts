import type { PlacedBooking } from '../../../shared/domain/booking.ts'
import { hasLapsed } from '../../../shared/domain/booking-change.ts'
import { type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { may } from '../../http/access.ts'
import { placesOf } from './read-bookings.ts'

export type HeldBooking = PlacedBooking & { readonly holder: Holder; readonly until: Instant }

type Listing = { readonly site: SiteId; readonly by: Actor }
type Deps = Pick<Dependencies, 'sites' | 'workshops' | 'holds' | 'identities' | 'grants' | 'now'>

/** What awaits approval at a site, soonest to end first; undefined for who may not approve there. */
export const listRequests = async ({ site, by }: Listing, deps: Deps): Promise<HeldBooking[] | undefined> => {
  if (!(await may(by, 'approve', { site }, deps))) return undefined
  const place = await deps.sites.findPlace(site)
  if (!place) return undefined
  const now = deps.now()
  const bookings = await deps.holds.listHeld(site, localTimeAt(now, place.timeZone).date)
  const held = bookings.filter((each) => each.status === 'requested' && !hasLapsed(each, now))
  const [placed, holders] = await Promise.all([
    placesOf(held, deps),
    deps.identities.findHolders([...new Set(held.map(({ holder }) => holder))]),
  ])
  return placed
    .map((each) => ({
      ...each,
      holder: holders.get(each.booking.holder) ?? { id: each.booking.holder },
      until: each.booking.until ?? now,
    }))
    .sort((a, b) => a.until - b.until)
}
