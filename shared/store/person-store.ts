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
 | access                              | how                                                          | consistency |
 | make somebody without an address    | with what is asked for them: holder (absent), known by phone |             |
 | who is known at a site by a phone   | query of its partition by the phone's hash, then batch get   | strong      |
 | whether somebody is known at a site | get by the phone's hash                                      | strong      |
*/

const KnownItem = z.object({ holder: branded<HolderId>() })

/** The same phone is another key at another site. */
const phoneHash = (site: SiteId, phone: string): Hash => hashOf('phone', site, dialledNumber(phone))

/** Somebody without an address, made together with what is asked for them at a site. */
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

/** All who gave that phone at a site: one household may share it. */
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
