import type { BookingDetails } from './booking-details.ts'
import { counterDayOn } from './counter-hours.ts'
import { isOpening } from './door.ts'
import type { Instant } from './instant.ts'
import { type KeyPickup, keyPickupBefore } from './key-pickup.ts'
import type { LocalDate } from './local-date.ts'
import { isWithin, type QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Access } from './space.ts'
import { staffedRanges } from './unstaffed-hours.ts'
import { accessOfSeats, seatIn } from './workshop.ts'

/** False where the hours of the counter are unknown. */
const isUnstaffed = (time: Time, { counter, departement }: Site): boolean => {
  const day = counterDayOn(counter, time.date, departement)
  return day !== 'unknown' && !isWithin(staffedRanges(day), time)
}

type Where = { readonly site: Site; readonly now: Instant }

/** What one has to know on the day; `isUnstaffed`: an agent should open, but the counter is closed then. */
export type WayInWarnings = { readonly keyPickup?: KeyPickup | undefined; readonly isUnstaffed: boolean }

export type WayIn = WayInWarnings & { readonly access: Access }

type Time = QuarterRange & { readonly date: LocalDate }

export const wayInWarnings = (access: Access, time: Time, { site, now }: Where): WayInWarnings => ({
  isUnstaffed: access.kind === 'counter-staff' && isUnstaffed(time, site),
  ...(access.kind === 'key-holder' && {
    keyPickup: keyPickupBefore(time, access.keeper, { ...site, now }),
  }),
})

/** Who leads a workshop opens its room, and comes in as others do. Undefined while a booking is not confirmed: who comes to open is told to nobody else. */
export const wayInOf = (
  { booking, site, space, workshop }: BookingDetails,
  now: Instant,
): WayIn | undefined => {
  if (!space || !isOpening(booking)) return undefined
  if (workshop && seatIn(booking)) return { access: accessOfSeats(workshop), isUnstaffed: false }
  return { access: space.access, ...wayInWarnings(space.access, booking, { site, now }) }
}
