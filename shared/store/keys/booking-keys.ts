import { referenceOf } from '../../domain/booking.ts'
import type { BookingId, ClosureId, SeriesId, WorkshopId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { beginningWith, type Key, type PartitionRange, type SortRange, sortable } from './key.ts'

export const BOOKINGS = 'BOOKING#'
const partitionOf = (reference: string) => `${BOOKINGS}${reference}`

/** A reference is dictated without its site: the few bookings that share one share a partition. */
export const bookingKey = (id: BookingId): Key => ({
  pk: partitionOf(referenceOf(id)),
  sk: `${BOOKINGS}${id}`,
})
export const bookingsReferredTo = (reference: string): PartitionRange => ({
  pk: partitionOf(reference),
  ...beginningWith(BOOKINGS),
})

/** The bookings of a holder are sorted by their dates in the index by-holder. */
export const bookingsOfHolder: SortRange = { from: '0', to: '9999~' }
export const bookingsOfHolderFrom = (date: LocalDate): SortRange => ({ from: date, to: '9999' })
export const bookingsOfHolderUntil = (date: LocalDate): SortRange => ({ from: '0000', to: date })
export const bookingsOfHolderOn = (date: LocalDate): SortRange => ({ from: date, to: `${date}T~` })

export const bookingsOfHolderBetween = (dates: { from: LocalDate; to: LocalDate }): SortRange => ({
  from: dates.from,
  to: `${dates.to}T~`,
})

/** When bookings, workshops, series and outside calendars have to be looked at again, soonest first. */
export const dueKey = (at: Instant, id: BookingId | WorkshopId | SeriesId | ClosureId): Key => ({
  pk: 'DUE',
  sk: `${sortable(at)}#${id}`,
})
export const instantInDueKey = ({ sk }: Key): Instant => Number(sk.split('#', 1)[0]) as Instant
export const dueUntil = (at: Instant): PartitionRange => ({
  pk: 'DUE',
  ...beginningWith('0', `${sortable(at)}#`),
})
