import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import { authorize } from './authorize.ts'

/** People who may not move the booking do not find it. */
export const findBookingToMove = async (
  id: BookingId,
  by: Actor,
  deps: Pick<StartDependencies, 'bookings' | 'grants' | 'sites'>,
): Promise<Booking | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  return (
    booking && (await authorize(by, 'change-booking', { ...booking, owner: booking.holder }, deps)) && booking
  )
}
