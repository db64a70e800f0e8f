import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Language } from '../domain/language.ts'
import { branded } from './branded.ts'
import { readItems, type Table } from './client.ts'
import { IS_PRESENT } from './expression.ts'
import { holderOf } from './identity-item.ts'
import { holderKey, REVIEWED_SOON } from './keys/holder-keys.ts'
import type { Key } from './keys/key.ts'
import { emailKey, identityKey } from './keys/sign-in-keys.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { putNew, write } from './write.ts'

/*
 | access                      | how                                                      |
 | holder of an address, or of | get; else transaction: that (absent) and holder (absent) |
 | who an issuer says it is    |                                                          |
 | a holder                    | get, strong                                              |
*/

const KnownItem = z.object({ holder: branded<HolderId>() })

const findOrAdd = async (table: Table, key: Key, holder: Holder): Promise<HolderId> => {
  const read = async () => (await readItems(table, [key]))[0]
  const known = await read()
  if (known) return KnownItem.parse(known).holder
  const conflict = await write(table, [
    putNew(table, { ...key, holder: holder.id }),
    putNew(table, { ...holderKey(holder.id), ...REVIEWED_SOON, ...holder }),
  ])
  return conflict ? KnownItem.parse(await read()).holder : holder.id
}

const findOrAddHolder = (table: Table, emailHash: Hash, email: string, newId: HolderId): Promise<HolderId> =>
  findOrAdd(table, emailKey(emailHash), { id: newId, email })

/** The same address makes nobody the same holder. */
const findOrAddIdentity = (table: Table, identity: Hash, holder: Holder): Promise<HolderId> =>
  findOrAdd(table, identityKey(identity), { ...holder, identity })

const findByEmail = async (table: Table, emailHash: Hash): Promise<HolderId | undefined> => {
  const [item] = await readItems(table, [emailKey(emailHash)])
  return item && KnownItem.parse(item).holder
}

const findHolder = async (table: Table, id: HolderId): Promise<Holder | undefined> => {
  const [item] = await readItems(table, [holderKey(id)])
  return item && holderOf(item)
}

const findHolders = async (table: Table, ids: readonly HolderId[]): Promise<Map<HolderId, Holder>> => {
  const items = await readItems(table, ids.map(holderKey))
  const found = items.filter((item) => item !== undefined).map(holderOf)
  return new Map(found.map((holder) => [holder.id, holder]))
}

/** What holders say about themselves. */
const changeHolder = async (
  table: Table,
  id: HolderId,
  said: {
    readonly name?: string | undefined
    readonly language?: Language | undefined
    readonly weeklyHours?: number | null | undefined
  },
): Promise<Holder> =>
  holderOf(
    await changeItem(table, holderKey(id), {
      set: {
        ...(said.name && { name: said.name }),
        ...(said.language && { language: said.language }),
        ...(said.weeklyHours !== undefined && { weeklyHours: said.weeklyHours ?? undefined }),
      },
      when: IS_PRESENT,
    }),
  )

export type IdentityStore = ReturnType<typeof identityStore>

export const identityStore = (table: Table) =>
  storeOf(table, {
    findOrAddHolder,
    findOrAddIdentity,
    findByEmail,
    findHolder,
    findHolders,
    changeHolder,
  })
