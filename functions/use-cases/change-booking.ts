import type { Booking } from '../../shared/domain/booking.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { isServedBy } from '../../shared/domain/waitlist.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer, endLapsed, type Served } from './commit-and-offer.ts'
import { type FindDeps, type Finding, type FoundBooking, findBooking } from './find-booking.ts'

/** As many as the transaction has room for. */
const MOST_SERVED = 3

/** What their holders waited for while they asked: with a yes they have it. */
const servedBy = async (
  from: Booking,
  to: Booking,
  { bookings }: Pick<BookingDependencies, 'bookings'>,
): Promise<readonly Served[]> => {
  if (from.status !== 'requested' || to.status !== 'confirmed') return []
  const waits = await bookings.readOwnWaits(to.holder, to.date)
  const served = waits.filter((wait) => isServedBy(wait, to)).slice(0, MOST_SERVED)
  return served.map((wait) => ({ wait, booking: to.id }))
}

type NotFound = { readonly kind: 'not-found' }

/**
 * Decides on the current booking and offers the freed units; decides again after a concurrent change. An
 * expired booking goes on to the next person at once.
 */
export const changeBooking = <R>(
  finding: Finding,
  decide: (found: FoundBooking) => Result<Booking, R> | Promise<Result<Booking, R>>,
  deps: FindDeps & BookingDependencies,
): Promise<Result<FoundBooking, R | NotFound>> =>
  retryContended(async () => {
    const found = await findBooking(finding, deps)
    if (!found) return refuse({ kind: 'not-found' })
    const decision = await decide(found)
    if (!decision.ok) {
      await endLapsed(found.booking, deps)
      return decision
    }
    if (decision.value === found.booking) return ok(found)
    const { booking: from, authorship } = found
    const served = await servedBy(from, decision.value, deps)
    const to = { ...decision.value, ...(served[0] && { wait: served[0].wait.id }) }
    await commitAndOffer([{ from, to, authorship }], deps, served)
    return ok({ ...found, booking: to })
  })
