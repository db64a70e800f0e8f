import type { HeldBooking } from '../domain/booking.ts'
import { isHeld } from '../domain/booking-state.ts'
import type { SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { bookingOf, type Hold, holdOf } from './booking-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { holds } from './keys/site-keys.ts'
import { storeOf } from './store-of.ts'

/*
 | access          | how                                             | read   |
 | holds of a site | query of its partition by dates                 | strong |
 | held bookings   | the same, then batch get                        | strong |
*/

const LAST_DATE = '9999-12-31' as LocalDate

/** Requests and offers from a date on, expired ones included. */
const listHeld = async (table: Table, site: SiteId, from: LocalDate): Promise<HeldBooking[]> => {
  const ids = (await queryRange(table, holds(site, from, LAST_DATE), { consistent: true })).map(
    (item) => holdOf(item).id,
  )
  const items = await readItems(table, ids.map(bookingKey))
  return items
    .filter((item) => item !== undefined)
    .map(bookingOf)
    .filter(isHeld)
}

const listHolds = async (table: Table, site: SiteId, from: LocalDate, to: LocalDate): Promise<Hold[]> =>
  (await queryRange(table, holds(site, from, to), { consistent: true })).map(holdOf)

export const holdStore = (table: Table) => storeOf(table, { listHeld, listHolds })
