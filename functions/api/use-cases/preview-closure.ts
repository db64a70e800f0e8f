import type { Booking, PlacedBooking } from '../../../shared/domain/booking.ts'
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
import { touchedBy } from '../../../shared/domain/touched-bookings.ts'
import { seatIn } from '../../../shared/domain/workshop.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { placesOf } from './read-bookings.ts'

type Deps = Pick<Dependencies, 'sites' | 'bookings' | 'workshops' | 'identities' | 'now'>

export type PreviewedClosure = {
  readonly period: ClosedPeriod
  readonly touched: readonly (Omit<PlacedBooking, 'site'> & { readonly holder?: Holder | undefined })[]
}

/** Each room of a workshop, and whoever has a seat there. */
const withSeats = (touched: readonly Booking[], standing: readonly Booking[]): Booking[] =>
  touched.flatMap((booking) => [
    booking,
    ...standing.filter((each) => booking.workshop !== undefined && seatIn(each) === booking.workshop),
  ])

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
  const rooms = closedDates(scope).flatMap((date) => {
    const ofDate = standing.filter((each) => each.date === date)
    return touchedBy(scope, closedTakings(scope, lent.spaces, date), ofDate)
  })
  const touched = withSeats(rooms, standing)
  const [placed, holders] = await Promise.all([
    placesOf(touched, deps),
    deps.identities.findHolders([...new Set(touched.map(({ holder }) => holder))]),
  ])
  return ok({
    period: { from, to, start, end },
    touched: placed.map((each) => ({ ...each, holder: holders.get(each.booking.holder) })),
  })
}
