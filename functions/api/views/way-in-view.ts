import type { WarningsView } from '../../../shared/contracts/access-views.ts'
import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import { asOf } from '../../../shared/domain/booking-state.ts'
import type { Holder } from '../../../shared/domain/holder.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { type WayInWarnings, wayInOf } from '../../../shared/domain/way-in.ts'
import { viewOfAccess, viewOfMinutes } from './access-view.ts'
import { viewOfBooking } from './booking-view.ts'

export const viewOfWarnings = ({ keyPickup, isUnstaffed }: WayInWarnings): WarningsView => ({
  ...(isUnstaffed && { unstaffed: true }),
  ...(keyPickup && {
    keyPickup: {
      date: keyPickup.date,
      ranges: keyPickup.ranges.map(viewOfMinutes),
      ...(keyPickup.isOver && { over: true }),
    },
  }),
})

/** Also who comes to open, and what one has to know of the way in on that day. */
export const viewOfBookingWithWayIn = (stored: BookingDetails, holder: Holder, now: Instant): BookingView => {
  const view = viewOfBooking(stored, holder, now)
  const wayIn = wayInOf({ ...stored, booking: asOf(stored.booking, now) }, now)
  if (!wayIn) return view
  return {
    ...view,
    ...viewOfWarnings(wayIn),
    space: { ...view.space, access: viewOfAccess(wayIn.access) },
  }
}
