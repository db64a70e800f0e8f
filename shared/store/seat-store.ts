import type { Booking } from '../domain/booking.ts'
import type { HolderId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { seatIn } from '../domain/workshop.ts'
import { bookingOf } from './booking-item.ts'
import type { Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { bookingsOfHolderBetween } from './keys/booking-keys.ts'
import { storeOf } from './store-of.ts'

/*
 | access                               | how                          | read     |
 | the seats of a holder, on some dates | query of the index by-holder | eventual |
*/

const listSeats = async (
  table: Table,
  holder: HolderId,
  dates: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Booking[]> =>
  (await queryHolder(table, holder, bookingsOfHolderBetween(dates)))
    .map(bookingOf)
    .filter((booking) => seatIn(booking) !== undefined)

export const seatStore = (table: Table) => storeOf(table, { listSeats })
