import type { Doing } from '../../../shared/domain/act.ts'
import type { Booking, BookingId, PlacedBooking } from '../../../shared/domain/booking.ts'
import type { Action, Actor } from '../../../shared/domain/rights.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { doingOf } from '../../http/access.ts'
import { placesOf } from './read-bookings.ts'

export type FoundBooking = PlacedBooking & { readonly holder: Holder }

/** Who asks, and for which action on the booking. */
export type Finding = {
  readonly id: BookingId
  readonly by: Actor
  readonly action: Action
}

export type FindDeps = Pick<Dependencies, 'bookings' | 'sites' | 'workshops' | 'identities' | 'grants'>

/** Undefined when its site is gone. */
export const withPlace = async (
  booking: Booking,
  deps: Pick<FindDeps, 'sites' | 'workshops' | 'identities'>,
): Promise<FoundBooking | undefined> => {
  const [[placed], holder] = await Promise.all([placesOf([booking], deps), deps.identities.findHolder(booking.holder)])
  return placed && { ...placed, holder: holder ?? { id: booking.holder } }
}

/** A booking for who may act on it, and as whom they do; for anybody else it is as absent. */
export const findBooking = async (
  { id, by, action }: Finding,
  deps: FindDeps,
): Promise<(FoundBooking & { readonly doing: Doing }) | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  const doing = booking && (await doingOf(by, action, { ...booking, owner: booking.holder }, deps))
  if (!doing) return undefined
  const found = await withPlace(booking, deps)
  return found && { ...found, doing }
}
