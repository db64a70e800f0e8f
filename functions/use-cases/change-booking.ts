import type { Booking } from '../../shared/domain/booking.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer, endLapsed } from './commit-and-offer.ts'
import { type FindDeps, type Finding, type FoundBooking, findBooking } from './find-booking.ts'

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
    await commitAndOffer([{ from: found.booking, to: decision.value, authorship: found.authorship }], deps)
    return ok({ ...found, booking: decision.value })
  })
