import type { Doing } from '../../../shared/domain/act.ts'
import type { BookingId, HolderId, PlacedBooking } from '../../../shared/domain/booking.ts'
import {
  type CancellationRefusal,
  decideCancellation,
  isStanding,
  madeByStaff,
} from '../../../shared/domain/booking-change.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import { isAsStaff } from '../../http/access.ts'
import type { InventoryDependencies } from '../../inventory/inventory-dependencies.ts'
import { settle } from '../../inventory/settle.ts'
import { readBooking } from './read-bookings.ts'

export type CancelBookingRefusal = CancellationRefusal | { readonly kind: 'not-found' }

type Command = {
  readonly id: BookingId
  readonly holder: HolderId
  readonly doing?: Doing
}

/** Cancels one of the holder's bookings, declines one that is offered, and frees exactly what it took, once. */
export const cancelBooking = (
  command: Command,
  deps: InventoryDependencies,
): Promise<Result<PlacedBooking, CancelBookingRefusal>> =>
  retryContended(async () => {
    const placed = await readBooking(command, deps)
    if (!placed) return refuse({ kind: 'not-found' })
    const decision = decideCancellation(placed.booking, placed.site, deps.now())
    if (!decision.ok) return decision
    if (!isStanding(placed.booking)) return ok(placed)
    const { doing } = command
    const to = doing && isAsStaff(doing) ? madeByStaff(decision.value) : decision.value
    await settle([{ from: placed.booking, to, doing }], deps)
    return ok({ ...placed, booking: to })
  })
