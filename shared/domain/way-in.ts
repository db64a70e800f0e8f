import type { BookingDetails } from './booking-details.ts'
import { counterDayOn } from './counter-hours.ts'
import { isOpening } from './door.ts'
import type { Instant } from './instant.ts'
import { type KeyPickup, keyPickupBefore } from './key-pickup.ts'
import { type DayContext, openRangesOn } from './opening.ts'
import { minusRanges, overlaps, type QuarterRange } from './quarter-range.ts'
import type { Access } from './space.ts'
import { type LentHours, staffedRanges } from './unstaffed-hours.ts'
import { accessOfSeats } from './workshop.ts'

/** Lent hours of a date on which no agent opens; none where the hours of the counter are unknown. */
const unstaffedRangesOn = ({ access, openings }: LentHours, day: DayContext): QuarterRange[] => {
  const counter = counterDayOn(day.counter, day.date, day.departement)
  if (access.kind !== 'counter-staff' || counter === 'unknown') return []
  return minusRanges(openRangesOn(openings, day), staffedRanges(counter))
}

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
