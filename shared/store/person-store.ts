import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { Hash, HolderId, SiteId } from '../domain/ids.ts'
import { dialledNumber } from '../domain/phone.ts'
import { branded } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { hashOf } from './hash.ts'
import { holderOf } from './identity-item.ts'
import { holderKey } from './keys/holder-keys.ts'
import { knownPersonKey, knownPersons, personOfHolder } from './keys/person-keys.ts'
import { storeOf } from './store-of.ts'
import { put, putNew, type Write } from './write.ts'

/*
 | access                          | how                                                        | read   |
 | a new person without an address | with what is asked for them: holder (absent), its phone    |        |
 | persons known by a phone        | query of its partition by the phone's hash, then batch get | strong |
 | whether a person is known       | get by the phone's hash                                    | strong |
*/

const KnownItem = z.object({ holder: branded<HolderId>() })

/** The site is part of the hash: the same phone has another key elsewhere. */
const phoneHash = (site: SiteId, phone: string): Hash => hashOf('phone', site, dialledNumber(phone))

/** A new person without an address, written with what is asked for them. */
export const personWrites = (table: Table, site: SiteId, person: Holder): Write[] => [
  putNew(table, { ...holderKey(person.id), ...person }),
  ...(person.phone === undefined
    ? []
    : [
        put(table, {
          ...knownPersonKey(site, phoneHash(site, person.phone), person.id),
          ...personOfHolder(person.id),
        }),
      ]),
]

/** A household may share a phone. */
const listKnown = async (table: Table, site: SiteId, phone: string): Promise<Holder[]> => {
  const known = await queryRange(table, knownPersons(site, phoneHash(site, phone)), { consistent: true })
  const items = await readItems(
    table,
    known.map((item) => holderKey(KnownItem.parse(item).holder)),
  )
  return items.filter((item) => item !== undefined).map(holderOf)
}

const isKnown = async (table: Table, site: SiteId, { id, phone }: Holder): Promise<boolean> => {
  if (phone === undefined) return false
  const [item] = await readItems(table, [knownPersonKey(site, phoneHash(site, phone), id)])
  return item !== undefined
}

export const personStore = (table: Table) => storeOf(table, { listKnown, isKnown })
