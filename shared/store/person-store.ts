import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { branded } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { holderOf } from './identity-item.ts'
import { holderKey, REVIEWED_SOON } from './keys/holder-keys.ts'
import { BY_LOOKUP, keyOf } from './keys/key.ts'
import {
  knownPersonKey,
  knownPersons,
  personOfHolder,
  personsKnownBy,
  personsOfHolder,
  siteAndPersonInKey,
} from './keys/person-keys.ts'
import { phoneHash, phoneHashAnywhere } from './person-item.ts'
import { storeOf } from './store-of.ts'
import { put, putNew, type Write } from './write.ts'

/*
 | access                          | how                                                        | read   |
 | a new person without an address | with what is asked for them: holder (absent), its phone    |        |
 | persons known by a phone        | query of its partition by the phone's hash, then batch get | strong |
 | whether a person is known       | get by the phone's hash                                    | strong |
 | the sites that know a person    | query of the index by-holder                               | eventual |
*/

export const KnownItem = z.object({ holder: branded<HolderId>() })

/** A new person without an address, written with what is asked for them. */
export const personWrites = (table: Table, site: SiteId, person: Holder): Write[] => [
  putNew(table, { ...holderKey(person.id), ...REVIEWED_SOON, ...person }),
  ...(person.phone === undefined
    ? []
    : [
        put(table, {
          ...knownPersonKey(site, phoneHash(site, person.phone), person.id),
          ...personOfHolder(person.id),
          [BY_LOOKUP.partitionKey]: personsKnownBy(phoneHashAnywhere(person.phone)),
        }),
      ]),
]

const readHolders = async (table: Table, ids: readonly HolderId[]): Promise<Holder[]> =>
  (await readItems(table, ids.map(holderKey))).filter((item) => item !== undefined).map(holderOf)

/** A household may share a phone. */
export const listKnown = async (table: Table, site: SiteId, phone: string): Promise<Holder[]> => {
  const known = await queryRange(table, knownPersons(site, phoneHash(site, phone)), { consistent: true })
  return readHolders(
    table,
    known.map((item) => KnownItem.parse(item).holder),
  )
}

/** The index lags by some milliseconds. */
const listSitesKnowing = async (table: Table, { id }: Holder): Promise<SiteId[]> =>
  (await queryHolder(table, id, personsOfHolder)).map((item) => siteAndPersonInKey(keyOf(item)).site)

const isKnown = async (table: Table, site: SiteId, { id, phone }: Holder): Promise<boolean> => {
  if (phone === undefined) return false
  const [item] = await readItems(table, [knownPersonKey(site, phoneHash(site, phone), id)])
  return item !== undefined
}

export const personStore = (table: Table) => storeOf(table, { listKnown, listSitesKnowing, isKnown })
