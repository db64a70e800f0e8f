import type { PlacedBooking } from '../../../shared/domain/booking.ts'
import { hasLapsed } from '../../../shared/domain/booking-change.ts'
import { type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import type { Action, Actor } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { may } from '../../http/access.ts'

export type HeldBooking = PlacedBooking & { readonly holder: Holder; readonly until: Instant }

type Listing = { readonly site: SiteId; readonly by: Actor }
type Deps = Pick<Dependencies, 'sites' | 'workshops' | 'holds' | 'identities' | 'grants' | 'now'>

/** What is held at a site for some time, soonest to end first; undefined for who has no right to it. */
const listHeld = async (
  { site, by }: Listing,
  { action, status }: { readonly action: Action; readonly status: 'requested' | 'offered' },
  deps: Deps,
): Promise<HeldBooking[] | undefined> => {
  if (!(await may(by, action, { site }, deps))) return undefined
  const lent = await deps.sites.findSite(site)
  if (!lent) return undefined
  const now = deps.now()
  const bookings = await deps.holds.listHeld(site, localTimeAt(now, lent.site.timeZone).date)
  const held = bookings.filter((each) => each.status === status && !hasLapsed(each, now))
  const holders = await deps.identities.findHolders([...new Set(held.map(({ holder }) => holder))])
  return held
    .map((booking) => ({
      booking,
      site: lent.site,
      space: lent.spaces.find(({ id }) => id === booking.space),
      holder: holders.get(booking.holder) ?? { id: booking.holder },
      until: booking.until ?? now,
    }))
    .sort((a, b) => a.until - b.until)
}

/** What awaits approval at a site. */
export const listRequests = (listing: Listing, deps: Deps): Promise<HeldBooking[] | undefined> =>
  listHeld(listing, { action: 'approve', status: 'requested' }, deps)

/** Offers at a site that no message can tell of. */
export const listCalls = async (listing: Listing, deps: Deps): Promise<HeldBooking[] | undefined> =>
  (await listHeld(listing, { action: 'act-for-others', status: 'offered' }, deps))?.filter(
    ({ holder }) => !holder.email,
  )
