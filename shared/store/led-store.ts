import type { Booking } from '../domain/booking.ts'
import { isRoom } from '../domain/booking-change.ts'
import { isActive } from '../domain/booking-state.ts'
import type { HolderId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { bookingOf } from './booking-item.ts'
import { readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { bookingsOfHolderBetween } from './keys/booking-keys.ts'
import { spaceKey } from './keys/site-keys.ts'
import { spaceOf } from './site-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                                   | how                               | read     |
 | rooms of workshops that a mediator leads | query of the index by-holder      | eventual |
 | the names of rooms                       | batch get of spaces               | strong   |
*/

const MOST = 200

/** Also those of workshops that are cancelled, some after they had begun. */
const isLed = (booking: Booking): boolean =>
  isRoom(booking) && (isActive(booking) || booking.cause === 'workshop-cancelled')

/** On some dates; the index lags by some milliseconds, so nothing is decided on it. */
const listRooms = async (
  table: Table,
  mediator: HolderId,
  dates: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<Booking[]> => {
  const listed = await queryHolder(table, mediator, { ...bookingsOfHolderBetween(dates), most: MOST })
  return listed.map(bookingOf).filter(isLed)
}

/** By the site and the identifier of each space; one that is no longer lent has none. */
const readNames = async (
  table: Table,
  rooms: readonly Pick<Booking, 'site' | 'space'>[],
): Promise<ReadonlyMap<string, string>> => {
  const once = [...new Map(rooms.map((room) => [`${room.site} ${room.space}`, room])).entries()]
  const items =
    once.length > 0
      ? await readItems(
          table,
          once.map(([, { site, space }]) => spaceKey(site, space)),
        )
      : []
  return new Map(once.flatMap(([key], at) => (items[at] ? [[key, spaceOf(items[at]).name] as const] : [])))
}

export const ledStore = (table: Table) => storeOf(table, { listRooms, readNames })
