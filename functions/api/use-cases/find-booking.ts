import type { BookingId, HolderId, PlacedBooking } from '../../../shared/domain/booking.ts'
import type { Action } from '../../../shared/domain/rights.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mayAt } from '../../http/access.ts'
import { placesOf } from './read-bookings.ts'

export type FoundBooking = PlacedBooking & { readonly holder: Holder }

/** Who asks, and what gives them a right to the booking: a grant for an action at its site, or, with `own`, that it is theirs. */
export type Finding = {
  readonly id: BookingId
  readonly by: HolderId
  readonly action: Action
  readonly own: boolean
}

export type FindDeps = Pick<Dependencies, 'bookings' | 'sites' | 'workshops' | 'identities' | 'grants'>

/** A booking for who may act on it; for anybody else it is as absent. */
export const findBooking = async (
  { id, by, action, own }: Finding,
  deps: FindDeps,
): Promise<FoundBooking | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  if (!booking) return undefined
  const isOwn = own && booking.holder === by
  if (!isOwn && !(await mayAt(by, action, booking.site, deps))) return undefined
  const [[placed], holder] = await Promise.all([placesOf([booking], deps), deps.identities.findHolder(booking.holder)])
  return placed && { ...placed, holder: holder ?? { id: booking.holder } }
}
