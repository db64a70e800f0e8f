import * as z from 'zod'
import type { Booking } from '../domain/booking.ts'
import { isActive } from '../domain/booking-state.ts'
import type { BookingId, HolderId, WorkshopId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { seatIn } from '../domain/workshop.ts'
import { bookingOf } from './booking-item.ts'
import { branded } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { bookingKey, bookingsOfHolderBetween } from './keys/booking-keys.ts'
import { seatItems } from './keys/workshop-keys.ts'
import { storeOf } from './store-of.ts'

/*
 | access                               | how                          | read     |
 | the seats of a holder, on some dates | query of the index by-holder | eventual |
 | the seats of a holder in a workshop  | query of its roll, batch get | strong   |
*/

export const SeatItem = z.object({ id: branded<BookingId>(), holder: branded<HolderId>() })

const listSeats = async (
  table: Table,
  holder: HolderId,
  dates: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Booking[]> =>
  (await queryHolder(table, holder, bookingsOfHolderBetween(dates)))
    .map(bookingOf)
    .filter((booking) => seatIn(booking) !== undefined)

/** Those that they hold. Read after their own day, which is written with each of them. */
const listSeatsIn = async (table: Table, holder: HolderId, workshop: WorkshopId): Promise<Booking[]> => {
  const items = await queryRange(table, seatItems(workshop), { consistent: true })
  const theirs = items.map((item) => SeatItem.parse(item)).filter((seat) => seat.holder === holder)
  const keys = theirs.map(({ id }) => bookingKey(id))
  const found = keys.length > 0 ? await readItems(table, keys) : []
  return found
    .filter((item) => item !== undefined)
    .map(bookingOf)
    .filter(isActive)
}

export const seatStore = (table: Table) => storeOf(table, { listSeats, listSeatsIn })
