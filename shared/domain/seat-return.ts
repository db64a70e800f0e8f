import type { Booking, ConfirmedBooking } from './booking.ts'
import { hasStarted } from './booking-state.ts'
import type { Instant } from './instant.ts'
import type { Party } from './party.ts'
import { ok, type Result, refuse } from './result.ts'
import type { Site } from './site.ts'
import { seatIn } from './workshop.ts'

export type SeatReturnRefusal = {
  readonly kind: 'cancelled' | 'not-confirmed' | 'already-started' | 'one-seat'
}

/** Two seats become one at the same time. */
export const isSeatReturn = (from: Booking | undefined, to: Booking): boolean =>
  from !== undefined && seatIn(to) !== undefined && from.status === to.status && to.places < from.places

/** Of two people with one booking, one still comes: the holder, or the `guest` in their place. */
export const decideSeatReturn = (
  booking: Booking,
  { guest }: Pick<Party, 'guest'>,
  { site, now }: { readonly site: Site; readonly now: Instant },
): Result<Booking, SeatReturnRefusal> => {
  if (booking.status === 'cancelled') return refuse({ kind: 'cancelled' })
  if (seatIn(booking) && booking.places === 1 && booking.guest === guest) return ok(booking)
  if (booking.status === 'requested' || booking.status === 'offered') return refuse({ kind: 'not-confirmed' })
  if (booking.status !== 'confirmed' || hasStarted(booking, site, now))
    return refuse({ kind: 'already-started' })
  if (!seatIn(booking) || booking.places === 1) return refuse({ kind: 'one-seat' })
  const one: ConfirmedBooking = {
    ...booking,
    places: 1,
    guest,
    allocations: booking.allocations.map((each) => ({ ...each, places: 1 })),
    revision: booking.revision + 1,
  }
  return ok(one)
}
