import type { BookingDetails } from './booking-details.ts'
import { isOpening } from './door.ts'
import type { Instant } from './instant.ts'
import { type KeyPickup, keyPickupBefore } from './key-pickup.ts'
import { overlaps } from './quarter-range.ts'
import type { Access } from './space.ts'
import { unstaffedRangesOn } from './unstaffed-hours.ts'
import { accessOfSeats } from './workshop.ts'

/** How a booking gets in; `isUnstaffed`: an agent should open, but the counter is closed then. */
export type WayIn = {
  readonly access: Access
  readonly keyPickup?: KeyPickup | undefined
  readonly isUnstaffed: boolean
}

/** Undefined while a booking is not confirmed: who comes to open is told to nobody else. */
export const wayInOf = (
  { booking, site, space, workshop }: BookingDetails,
  now: Instant,
): WayIn | undefined => {
  if (!space || !isOpening(booking)) return undefined
  if (workshop) return { access: accessOfSeats(workshop), isUnstaffed: false }
  const { access } = space
  const unstaffed = unstaffedRangesOn(space, { ...site, date: booking.date })
  return {
    access,
    isUnstaffed: unstaffed.some((range) => overlaps(range, booking)),
    ...(access.kind === 'key-holder' && {
      keyPickup: keyPickupBefore(booking, access.keeper, { ...site, now }),
    }),
  }
}
