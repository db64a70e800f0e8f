import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { localTextAt } from '../../../shared/domain/instant.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { FoundBooking } from '../../use-cases/find-booking.ts'
import { type DoorDeps, readDoorCode } from '../../use-cases/read-door-code.ts'
import { viewOfBookingWithWayIn } from './way-in-view.ts'

/** A booking for a reader with access to it, with its door code if that is visible now. */
export const viewOfFoundBooking = async (
  found: FoundBooking,
  by: Actor,
  deps: DoorDeps,
): Promise<BookingView> => {
  const view = viewOfBookingWithWayIn(found, found.holder, deps.now())
  const read = await readDoorCode(found, by, deps)
  if (!read) return view
  const { state, window, code, byHand } = read
  const text = (at: typeof window.from) => localTextAt(at, found.site.timeZone)
  return {
    ...view,
    door: {
      state,
      from: text(window.from),
      until: text(window.until),
      ...(code && { code }),
      ...(byHand && { byHand }),
    },
  }
}
