import type { Booking } from '../domain/booking.ts'
import type { Holder } from '../domain/holder.ts'
import { type HolderId, NOBODY, type SiteId } from '../domain/ids.ts'
import { bookingOf } from './booking-item.ts'
import { queryPage, readItems, type Table } from './client.ts'
import { holderOf } from './identity-item.ts'
import { bookingsReferredTo } from './keys/booking-keys.ts'
import { holderKey } from './keys/holder-keys.ts'
import { personsKnownBy, siteAndPersonInKey } from './keys/person-keys.ts'
import { queryLookup } from './lookup-index.ts'
import { phoneHashAnywhere } from './person-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                          | how                                                | read   |
 | bookings of a reference         | query of their partition                           | strong |
 | where a phone is known, by whom | query of the index by-lookup, then batch get       | strong |
 The index lags by some milliseconds.
*/

const MOST_KNOWN = 50

/** Several may share a reference; far fewer than are read. Those of people who are forgotten are left out. */
const listReferredTo = async (table: Table, reference: string): Promise<Booking[]> => {
  const range = bookingsReferredTo(reference)
  const { items } = await queryPage(table, range, { consistent: true, most: MOST_KNOWN })
  return items.map(bookingOf).filter(({ holder }) => holder !== NOBODY)
}

type KnownSomewhere = { readonly holder: Holder; readonly sites: readonly SiteId[] }

/** Who gave a phone, and at which sites; few, since it is one household's. */
const listKnownAnywhere = async (table: Table, phone: string): Promise<KnownSomewhere[]> => {
  const lookup = personsKnownBy(phoneHashAnywhere(phone))
  const known = (await queryLookup(table, lookup, { most: MOST_KNOWN })).map(siteAndPersonInKey)
  const ids = [...new Set<HolderId>(known.map(({ holder }) => holder))]
  const items = await readItems(table, ids.map(holderKey))
  return items
    .filter((item) => item !== undefined)
    .map(holderOf)
    .filter((holder) => holder.phone !== undefined)
    .map((holder) => ({
      holder,
      sites: known.filter((each) => each.holder === holder.id).map(({ site }) => site),
    }))
}

export const lookupStore = (table: Table) => storeOf(table, { listReferredTo, listKnownAnywhere })
