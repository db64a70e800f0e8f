import type { Booking } from '../../../shared/domain/booking.ts'
import { hasLapsed } from '../../../shared/domain/booking-change.ts'
import {
  type ClosedPeriod,
  type ClosureRefusal,
  type ClosureRequest,
  closedDates,
  closedTakings,
  decideClosure,
} from '../../../shared/domain/closure.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import { touchedBy } from '../../../shared/domain/touched-bookings.ts'
import { seatIn, type Workshop } from '../../../shared/domain/workshop.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'

type Deps = Pick<Dependencies, 'sites' | 'bookings' | 'workshops' | 'identities' | 'now'>

/** `people` have a seat in the workshop. */
type WouldTouch = {
  readonly booking: Booking
  readonly space?: Space | undefined
  readonly holder?: Holder | undefined
  readonly workshop?: Workshop | undefined
  readonly people: number
}

export type PreviewedClosure = { readonly period: ClosedPeriod; readonly touched: readonly WouldTouch[] }

/** Whom a closure would touch, were it made now: decided as it would be, and nothing written. */
export const previewClosure = async (
  { site, request }: { readonly site: SiteId; readonly request: ClosureRequest },
  deps: Deps,
): Promise<Result<PreviewedClosure, ClosureRefusal | { readonly kind: 'not-found' }>> => {
  const now = deps.now()
  const lent = await deps.sites.findSite(site)
  if (!lent) return refuse({ kind: 'not-found' })
  const decision = decideClosure(request, { ...lent, now })
  if (!decision.ok) return decision
  const { from, to, start, end } = decision.value
  const scope = { from, to, start, end, spaces: request.spaces }
  const all = await deps.bookings.listSiteBookings(site, from, to)
  const standing = all.filter((each) => !hasLapsed(each, now))
  const touched = closedDates(scope).flatMap((date) => {
    const ofDate = standing.filter((each) => each.date === date)
    return touchedBy(scope, closedTakings(scope, lent.spaces, date), ofDate)
  })
  const [holders, workshops] = await Promise.all([
    deps.identities.findHolders([...new Set(touched.map(({ holder }) => holder))]),
    deps.workshops.findWorkshops(touched.flatMap(({ workshop }) => workshop ?? [])),
  ])
  return ok({
    period: { from, to, start, end },
    touched: touched.map((booking) => ({
      booking,
      space: lent.spaces.find(({ id }) => id === booking.space),
      holder: holders.get(booking.holder),
      workshop: workshops.find(({ id }) => id === booking.workshop),
      people: standing.filter((each) => booking.workshop && seatIn(each) === booking.workshop).length,
    })),
  })
}
