import type { BookingDetails } from './booking-details.ts'
import { counterDayOn } from './counter-hours.ts'
import { isOpening } from './door.ts'
import type { Instant } from './instant.ts'
import { type KeyPickup, keyPickupBefore } from './key-pickup.ts'
import type { LocalDate } from './local-date.ts'
import { type DayContext, openRangesOn } from './opening.ts'
import { minusRanges, overlaps, type QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Access } from './space.ts'
import { type LentHours, staffedRanges } from './unstaffed-hours.ts'
import { accessOfSeats } from './workshop.ts'

/** Lent hours of a date on which no agent opens; none where the hours of the counter are unknown. */
const unstaffedRangesOn = ({ access, openings }: LentHours, day: DayContext): QuarterRange[] => {
  const counter = counterDayOn(day.counter, day.date, day.departement)
  if (access.kind !== 'counter-staff' || counter === 'unknown') return []
  return minusRanges(openRangesOn(openings, day), staffedRanges(counter))
}

type Where = { readonly site: Site; readonly now: Instant }

/** What one has to know on the day; `isUnstaffed`: an agent should open, but the counter is closed then. */
export type WayInWarnings = { readonly keyPickup?: KeyPickup | undefined; readonly isUnstaffed: boolean }

export type WayIn = WayInWarnings & { readonly access: Access }

type Time = QuarterRange & { readonly date: LocalDate }

export const wayInWarnings = (space: LentHours, time: Time, { site, now }: Where): WayInWarnings => {
  const unstaffed = unstaffedRangesOn(space, { ...site, date: time.date })
  const { access } = space
  return {
    isUnstaffed: unstaffed.some((range) => overlaps(range, time)),
    ...(access.kind === 'key-holder' && {
      keyPickup: keyPickupBefore(time, access.keeper, { ...site, now }),
    }),
  }
}

/** Undefined while a booking is not confirmed: who comes to open is told to nobody else. */
export const wayInOf = (
  { booking, site, space, workshop }: BookingDetails,
  now: Instant,
): WayIn | undefined => {
  if (!space || !isOpening(booking)) return undefined
  if (workshop) return { access: accessOfSeats(workshop), isUnstaffed: false }
  return { access: space.access, ...wayInWarnings(space, booking, { site, now }) }
}
