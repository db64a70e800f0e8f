import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { seatsOf } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'
import { type BookSpaceRefusal, bookSpace } from './book-space.ts'
import { signedInFor } from './booked-for.ts'
import type { PersonActedFor } from './person-acted-for.ts'
import { readBooking } from './read-bookings.ts'
import { findSeat } from './read-workshop.ts'
import type { SessionToken } from './session-token.ts'

export type BookSeat = {
  readonly id: WorkshopId
  readonly person?: PersonActedFor | undefined
  readonly token: SessionToken
  readonly idempotencyKey: string
}

export type BookSeatRefusal =
  | Exclude<BookSpaceRefusal, { kind: 'taken' }>
  | { readonly kind: 'taken'; readonly workshop: WorkshopId; readonly waiting: number; readonly rank: number }
  | { readonly kind: 'already-signed-up'; readonly booking: BookingId }
  | { readonly kind: 'workshop-cancelled' }

export type BookedSeat = BookingDetails & { readonly holder: Holder }

const details = async (id: BookingId, holder: HolderId, deps: Dependencies): Promise<BookingDetails> => {
  const found = await readBooking({ id, holder }, deps)
  if (!found) throw new Error('a seat that was booked is gone')
  return found
}

/**
 * Books a seat for the person who is signed in or acted for. Staff book until the end, others until the
 * start. Before the start, freed seats go to the waitlist first while there is time to answer; afterwards to
 * people on site.
 */
export const bookSeat = async (
  { id, person, token, idempotencyKey }: BookSeat,
  deps: Dependencies,
): Promise<Result<BookedSeat, BookSeatRefusal>> => {
  const found = await deps.workshops.findWorkshop(id)
  if (!found) return refuse({ kind: 'not-found' })
  const { site, date, start, end } = found.workshop
  const place = { site, space: seatsOf(id), date, start, end, use: 'desk', places: 1 } as const
  const whose = signedInFor(token, { person })
  const result = await bookSpace({ ...place, workshop: id, whose, idempotencyKey }, deps)
  if (result.ok) {
    const { booking, holder } = result.value
    return ok({ ...(await details(booking.id, holder.id, deps)), holder })
  }
  const { error } = result
  if (error.kind === 'not-found') {
    const now = await deps.workshops.findWorkshop(id)
    return refuse({ kind: now?.workshop.status === 'cancelled' ? 'workshop-cancelled' : 'not-found' })
  }
  if (error.kind === 'taken') {
    const waiting = await deps.waitlist.countWaiting({ site, date, workshop: id })
    return refuse({ ...error, workshop: id, waiting, rank: waiting + 1 })
  }
  if (error.kind !== 'holder-busy') return refuse(error)
  const holder = person ? 'holder' in person && person.holder : token.holder
  const seat = holder && (await findSeat(holder, found.workshop, deps))
  return refuse(seat ? { kind: 'already-signed-up', booking: seat.id } : error)
}
