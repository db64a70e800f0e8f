import { type Authorship, isAsStaff } from '../../shared/domain/authorship.ts'
import { type CancellationRefusal, decideCancellation } from '../../shared/domain/booking-change.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import { changedWithSeries, isActive, madeByStaff } from '../../shared/domain/booking-state.ts'
import type { BookingId, HolderId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer } from './commit-and-offer.ts'
import { readBooking } from './read-bookings.ts'

export type CancelBookingRefusal = CancellationRefusal | { readonly kind: 'not-found' }

type Command = {
  readonly id: BookingId
  readonly holder: HolderId
  readonly authorship?: Authorship
  /** With its whole series, not told date by date. */
  readonly withSeries?: true
}

/** Cancels a booking or declines an offer, and frees its units once. */
export const cancelBooking = (
  command: Command,
  deps: BookingDependencies,
): Promise<Result<BookingDetails, CancelBookingRefusal>> =>
  retryContended(async () => {
    const details = await readBooking(command, deps)
    if (!details) return refuse({ kind: 'not-found' })
    const decision = decideCancellation(details.booking, details.site, deps.now())
    if (!decision.ok) return decision
    if (!isActive(details.booking)) return ok(details)
    const { authorship } = command
    const cancelled = command.withSeries ? changedWithSeries(decision.value) : decision.value
    const to = authorship && isAsStaff(authorship) ? madeByStaff(cancelled) : cancelled
    await commitAndOffer([{ from: details.booking, to, authorship }], deps)
    return ok({ ...details, booking: to })
  })
