import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { BookingId, Hash, HolderId, SeriesId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { associationOf, type BookedFor, bookerOf, personFor } from './booked-for.ts'
import { hashOf, idOf } from './hash.ts'
import { textOfPerson } from './person-acted-for.ts'

/** With a `workshop`, the space is its seats: they are not found once it is cancelled. */
export type BookSpace = BookingRequest & {
  readonly site: SiteId
  readonly whose: BookedFor
  readonly idempotencyKey: string
  readonly series?: SeriesId
  readonly workshop?: WorkshopId
}

export const hashOfRequest = ({ site, space, date, start, end, use, places, whose }: BookSpace): Hash => {
  const [person, association] = [personFor(whose), associationOf(whose)]
  return hashOf(
    ...[site, space, date, String(start), String(end), use, String(use === 'room' ? 0 : places)],
    ...(person ? textOfPerson(person) : []),
    ...(association ? ['as', association] : []),
  )
}

export const bookingIdOf = (holder: HolderId, idempotencyKey: string): BookingId =>
  idOf('booking', holder, idempotencyKey) as BookingId

/** Dates of a series have internal keys: any member who finishes it finds the same bookings. */
export const idFor = ({ whose, idempotencyKey, series }: BookSpace): BookingId =>
  bookingIdOf((series && associationOf(whose)) ?? bookerOf(whose), idempotencyKey)
