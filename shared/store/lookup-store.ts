import type { Booking } from '../domain/booking.ts'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { bookingOf } from './booking-item.ts'
import { readItems, type Table } from './client.ts'
import { holderOf } from './identity-item.ts'
import { bookingsReferredTo } from './keys/booking-keys.ts'
import { holderKey } from './keys/holder-keys.ts'
import { personsKnownBy, siteAndPersonInKey } from './keys/person-keys.ts'
import { queryLookup } from './lookup-index.ts'
import { phoneHashAnywhere } from './person-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                          | how                                                | read   |
 | bookings of a reference         | query of the index by-lookup, then batch get       | strong |
 | where a phone is known, by whom | query of the index by-lookup, then batch get       | strong |
 The index lags by some milliseconds.
*/

const MOST_KNOWN = 50

/** Several may share a reference; far fewer than are read. */
const listReferredTo = async (table: Table, reference: string): Promise<Booking[]> => {
  const keys = await queryLookup(table, bookingsReferredTo(reference), { most: MOST_KNOWN })
  return (await readItems(table, keys)).filter((item) => item !== undefined).map(bookingOf)
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
