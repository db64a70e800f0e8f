import type { BookingId } from '../../shared/domain/ids.ts'
import type { Party } from '../../shared/domain/party.ts'
import type { Result } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { decideSeatReturn, type SeatReturnRefusal } from '../../shared/domain/seat-return.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { changeBooking } from './change-booking.ts'
import type { FoundBooking } from './find-booking.ts'

export type ReturnSeat = Pick<Party, 'guest'> & { readonly id: BookingId; readonly by: Actor }

/** One of two seats goes to who waits, or is free; again changes nothing. */
export const returnSeat = (
  { id, by, guest }: ReturnSeat,
  deps: BookingDependencies,
): Promise<Result<FoundBooking, SeatReturnRefusal | { readonly kind: 'not-found' }>> =>
  changeBooking(
    { id, by, action: 'change-booking' },
    ({ booking, site }) => decideSeatReturn(booking, { guest }, { site, now: deps.now() }),
    deps,
  )
