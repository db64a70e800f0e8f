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

/** A full workshop says how many wait, and which rank is next. */
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
 * Takes a seat for who is signed in, or for whom they act: an ordinary booking of one place of the workshop's seats.
 * Staff of the site may add people until the end, others until the start. Before the start a seat that comes free is held
 * for who waits first, as long as there is time to answer: nobody passes them. From the start on offers have lapsed and
 * none is made: a seat goes to who is there. Staff is told how many wait, and lets in first those of them who have come.
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
