import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { HolderId, SiteId } from '../domain/ids.ts'
import { branded } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { IS_ABSENT, when } from './expression.ts'
import { queryHolder } from './holder-index.ts'
import { holderOf } from './identity-item.ts'
import { holderKey, REVIEWED_SOON } from './keys/holder-keys.ts'
import { BY_LOOKUP, keyOf } from './keys/key.ts'
import {
  knownPersonKey,
  knownPersons,
  latestPersonKey,
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
 | who was admitted last with it   | get by the phone's hash; put (same holder) with a new one  | strong |
 | whether a person is known       | get by the phone's hash                                    | strong |
 | the sites that know a person    | query of the index by-holder                               | eventual |
*/

const KnownItem = z.object({ holder: branded<HolderId>() })

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

/** With them, `Known.latest` becomes this person: refused as `changed` once another one was admitted since. */
export const latestPersonWrites = (
  table: Table,
  site: SiteId,
  { id, phone }: Holder,
  latest: HolderId | undefined,
): Write[] =>
  phone === undefined
    ? []
    : [
        put(
          table,
          { ...latestPersonKey(site, phoneHash(site, phone)), ...personOfHolder(id) },
          latest === undefined ? IS_ABSENT : when`#holder = ${latest}`,
        ),
      ]

const readHolders = async (table: Table, ids: readonly HolderId[]): Promise<Holder[]> =>
  (await readItems(table, ids.map(holderKey))).filter((item) => item !== undefined).map(holderOf)

/** `latest` was admitted last as a new person with the phone. */
type Known = { readonly people: readonly Holder[]; readonly latest: HolderId | undefined }

/** A household may share a phone. */
const listKnown = async (table: Table, site: SiteId, phone: string): Promise<Holder[]> => {
  const known = await queryRange(table, knownPersons(site, phoneHash(site, phone)), { consistent: true })
  return readHolders(
    table,
    known.map((item) => KnownItem.parse(item).holder),
  )
}

/** `latest` is read first: a person admitted afterwards changes it, or is among the people. */
const listKnownAndLatest = async (table: Table, site: SiteId, phone: string): Promise<Known> => {
  const [item] = await readItems(table, [latestPersonKey(site, phoneHash(site, phone))])
  const people = await listKnown(table, site, phone)
  return { people, latest: item && KnownItem.parse(item).holder }
}

/** The index lags by some milliseconds. */
const listSitesKnowing = async (table: Table, { id }: Holder): Promise<SiteId[]> =>
  (await queryHolder(table, id, personsOfHolder)).map((item) => siteAndPersonInKey(keyOf(item)).site)

const isKnown = async (table: Table, site: SiteId, { id, phone }: Holder): Promise<boolean> => {
  if (phone === undefined) return false
  const [item] = await readItems(table, [knownPersonKey(site, phoneHash(site, phone), id)])
  return item !== undefined
}

export const personStore = (table: Table) =>
  storeOf(table, { listKnown, listKnownAndLatest, listSitesKnowing, isKnown })
