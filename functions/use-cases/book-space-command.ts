import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { BookingId, Hash, HolderId, SeriesId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { associationOf, type BookedFor, bookerOf, personFor } from './booked-for.ts'
import { hashOfRequest, idOf } from './hash.ts'

/** With a `workshop`, the space is its seats: they are not found once it is cancelled. */
export type BookSpace = BookingRequest & {
  readonly site: SiteId
  readonly whose: BookedFor
  readonly idempotencyKey: string
  readonly series?: SeriesId
  readonly workshop?: WorkshopId
}

export const requestHashOf = ({ site, space, date, start, end, use, places, whose }: BookSpace): Hash =>
  hashOfRequest('booking', {
    ...{ site, space, date, start, end, use },
    ...{ person: personFor(whose), as: associationOf(whose) },
    places: use === 'room' ? undefined : places,
  })

export const bookingIdOf = (holder: HolderId, idempotencyKey: string): BookingId =>
  idOf('booking', holder, idempotencyKey) as BookingId

/** Dates of a series have internal keys: any member who finishes it finds the same bookings. */
export const idFor = ({ whose, idempotencyKey, series }: BookSpace): BookingId =>
  bookingIdOf((series && associationOf(whose)) ?? bookerOf(whose), idempotencyKey)
