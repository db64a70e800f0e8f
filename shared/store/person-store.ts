import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { Hash, HolderId, SiteId } from '../domain/ids.ts'
import { dialledNumber } from '../domain/phone.ts'
import { branded } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { hashOf } from './hash.ts'
import { holderOf } from './identity-item.ts'
import { holderKey } from './keys/holder-keys.ts'
import { BY_LOOKUP } from './keys/key.ts'
import {
  knownPersonKey,
  knownPersons,
  personOfHolder,
  personsKnownBy,
  siteAndPersonInKey,
} from './keys/person-keys.ts'
import { queryLookup } from './lookup-index.ts'
import { storeOf } from './store-of.ts'
import { put, putNew, type Write } from './write.ts'

/*
 | access                          | how                                                        | read   |
 | a new person without an address | with what is asked for them: holder (absent), its phone    |        |
 | persons known by a phone        | query of its partition by the phone's hash, then batch get | strong |
 | whether a person is known       | get by the phone's hash                                    | strong |
 | where a phone is known, by whom | query of the index by-lookup, then batch get of persons    | eventual |
*/

const MOST_KNOWN = 50

const KnownItem = z.object({ holder: branded<HolderId>() })

/** The site is part of the hash: the same phone has another key elsewhere. */
const phoneHash = (site: SiteId, phone: string): Hash => hashOf('phone', site, dialledNumber(phone))

const phoneHashAnywhere = (phone: string): Hash => hashOf('phone', dialledNumber(phone))

/** A new person without an address, written with what is asked for them. */
export const personWrites = (table: Table, site: SiteId, person: Holder): Write[] => [
  putNew(table, { ...holderKey(person.id), ...person }),
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
const listKnown = async (table: Table, site: SiteId, phone: string): Promise<Holder[]> => {
  const known = await queryRange(table, knownPersons(site, phoneHash(site, phone)), { consistent: true })
  return readHolders(
    table,
    known.map((item) => KnownItem.parse(item).holder),
  )
}

export type KnownSomewhere = { readonly holder: Holder; readonly sites: readonly SiteId[] }

/** People who gave a phone at any site, with these sites; few, since it is one household's. */
const listKnownAnywhere = async (table: Table, phone: string): Promise<KnownSomewhere[]> => {
  const lookup = personsKnownBy(phoneHashAnywhere(phone))
  const known = (await queryLookup(table, lookup, { most: MOST_KNOWN })).map(siteAndPersonInKey)
  const holders = await readHolders(table, [...new Set(known.map(({ holder }) => holder))])
  return holders
    .filter((holder) => holder.phone !== undefined)
    .map((holder) => ({
      holder,
      sites: known.filter((each) => each.holder === holder.id).map(({ site }) => site),
    }))
}

const isKnown = async (table: Table, site: SiteId, { id, phone }: Holder): Promise<boolean> => {
  if (phone === undefined) return false
  const [item] = await readItems(table, [knownPersonKey(site, phoneHash(site, phone), id)])
  return item !== undefined
}

export const personStore = (table: Table) => storeOf(table, { listKnown, listKnownAnywhere, isKnown })
