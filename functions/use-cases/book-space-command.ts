import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { BookingId, Hash, HolderId, SeriesId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import type { Party } from '../../shared/domain/party.ts'
import { associationOf, type BookedFor, bookerOf, personFor } from './booked-for.ts'
import { hashOfRequest, idOf } from './hash.ts'

/** With a `workshop`, the space is its seats: they are not found once it is cancelled. */
export type BookSpace = BookingRequest &
  Party & {
    readonly site: SiteId
    readonly whose: BookedFor
    readonly idempotencyKey: string
    readonly series?: SeriesId
    readonly workshop?: WorkshopId
    readonly withCycle?: true | undefined
  }

/** What it is a part of. */
export const partOf = ({ series, workshop, withCycle }: Omit<BookSpace, 'whose'>) => ({
  ...(series && { series }),
  ...(workshop && { workshop }),
  ...(withCycle && { withCycle }),
})

/** A workshop may move between a request and its repetition. */
export const requestHashOf = ({ date, start, end, ...command }: BookSpace): Hash => {
  const { site, space, use, places, whose, workshop, guest, sentBy } = command
  return hashOfRequest('booking', {
    ...{ site, space, use, guest, sentBy, ...(!workshop && { date, start, end }) },
    ...{ person: personFor(whose), as: associationOf(whose) },
    places: use === 'room' ? undefined : places,
  })
}

export const bookingIdOf = (holder: HolderId, idempotencyKey: string): BookingId =>
  idOf('booking', holder, idempotencyKey) as BookingId

/**
 * Dates of a series have internal keys: any member who finishes it finds the same bookings. One key signs up to
 * each workshop of a cycle once.
 */
export const idFor = ({ whose, idempotencyKey, series, workshop }: BookSpace): BookingId => {
  const booker = (series && associationOf(whose)) ?? bookerOf(whose)
  return workshop
    ? (idOf('seat', booker, workshop, idempotencyKey) as BookingId)
    : bookingIdOf(booker, idempotencyKey)
}
