import {
  type Booking,
  type BookingId,
  type CancellationRefusal,
  decideCancellation,
  type HolderId,
  type PlacedBooking,
} from '../../../shared/domain/booking.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'
import { readBooking } from './read-bookings.ts'

export type CancelBookingRefusal = CancellationRefusal | { readonly kind: 'not-found' }

type Command = { readonly id: BookingId; readonly holder: HolderId }

/** Cancels one of the holder's bookings and frees exactly what it took, once. */
export const cancelBooking = (
  command: Command,
  deps: Pick<Dependencies, 'bookings' | 'sites' | 'now'>,
): Promise<Result<PlacedBooking, CancelBookingRefusal>> =>
  retryContended(async () => {
    const placed = await readBooking(command, deps)
    if (!placed) return refuse({ kind: 'not-found' })
    const decision = decideCancellation(placed.booking, placed.site, deps.now())
    if (!decision.ok) return decision
    if (placed.booking.status === 'cancelled') return ok(placed)
    const conflict = await deps.bookings.cancelBooking(placed.booking)
    if (conflict) throw new ContentionError(conflict)
    const cancelled: Booking = decision.value
    return ok({ ...placed, booking: cancelled })
  })
