import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Action, Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'
import { placesOf } from './read-bookings.ts'

export type FoundBooking = BookingDetails & { readonly holder: Holder }

export type Finding = {
  readonly id: BookingId
  readonly by: Actor
  readonly action: Action
}

export type FindDeps = Pick<Dependencies, 'bookings' | 'sites' | 'workshops' | 'identities' | 'grants'>

/** Undefined when its site is gone. */
export const withDetails = async (
  booking: Booking,
  deps: Pick<FindDeps, 'sites' | 'workshops' | 'identities'>,
): Promise<FoundBooking | undefined> => {
  const [[details], holder] = await Promise.all([
    placesOf([booking], deps),
    deps.identities.findHolder(booking.holder),
  ])
  return details && { ...details, holder: holder ?? { id: booking.holder } }
}

/** People without access do not find the booking. */
export const findBooking = async (
  { id, by, action }: Finding,
  deps: FindDeps,
): Promise<(FoundBooking & { readonly authorship: Authorship }) | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  const authorship = booking && (await authorize(by, action, { ...booking, owner: booking.holder }, deps))
  if (!authorship) return undefined
  const found = await withDetails(booking, deps)
  return found && { ...found, authorship }
}
