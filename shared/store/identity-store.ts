import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import { changeItem } from './change-item.ts'
import { readItems, type Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { hashOf } from './hash.ts'
import { type Holder, holderOf } from './identity-item.ts'
import {
  codeCountKey,
  codeKey,
  EXPIRY,
  emailKey,
  type Hash,
  holderKey,
  identityKey,
  type Key,
  usedStateKey,
} from './keys.ts'
import { ofAddress } from './privacy-keys.ts'
import { transact } from './transact.ts'

/*
 | access                     | how                                                              |
 | count a code for an address| update of the hour's counter, on condition that it is below max  |
 | add a code                 | put, by the hash of what the browser keeps                       |
 | try a code                 | update: one more try, on condition of time and of tries          |
 | holder of an address, or of| get; else transaction: that (absent) and holder (absent)         |
 | who an issuer says it is   |                                                                  |
 | come back from an issuer   | update, on condition that it is absent                           |
 | a holder                   | get, strong                                                      |
 Expiries are compared in conditions: TTL only tidies up, days late.
*/

const CodeItem = z.object({ email: z.string(), code: z.string() })
const KnownItem = z.object({ holder: z.string().transform((id) => id as HolderId) })
const HOUR_MS = 3_600_000
/** The holder that a key leads to; both are made when there is none yet. */
const findOrAdd = async (table: Table, key: Key, holder: Holder): Promise<HolderId> => {
  const read = async () => (await readItems(table, [key]))[0]
  const known = await read()
  if (known) return KnownItem.parse(known).holder
  const puts = [
    { ...key, holder: holder.id },
    { ...holderKey(holder.id), ...holder },
  ].map((item) => ({
    Put: { TableName: table.name, Item: marshall(item), ConditionExpression: 'attribute_not_exists(pk)' },
  }))
  return (await transact(table, puts)) ? KnownItem.parse(await read()).holder : holder.id
}

export type IdentityStore = ReturnType<typeof identityStore>

export const identityStore = (table: Table) => ({
  /** Whether one more code may be sent to an address within this hour. */
  countCode: async (email: Hash, now: Instant, most: number): Promise<boolean> => {
    const hour = Math.floor(now / HOUR_MS)
    const counted = await changeItem(table, codeCountKey(email, hour), {
      set: `ADD #sent :one SET #${EXPIRY} = :expiry`,
      when: 'attribute_not_exists(#sent) OR #sent < :most',
      values: { ':one': 1, ':most': most, ':expiry': (hour + 2) * 3600 },
    })
    return counted !== undefined
  },

  addCode: async (challenge: Hash, code: string, email: string, expiresAt: Instant): Promise<void> => {
    const item = {
      ...{ ...codeKey(challenge), ...ofAddress(hashOf('email', email), 'CODE') },
      ...{ email, code, tries: 0, expiresAt, ...expiryAfter(expiresAt) },
    }
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }))
  },

  /** The address that the code was sent to. Each try is counted before it is looked at, so none in parallel is free. */
  tryCode: async (
    challenge: Hash,
    code: string,
    now: Instant,
    mostTries: number,
  ): Promise<{ email: string } | 'wrong-code' | 'code-expired'> => {
    const tried = await changeItem(table, codeKey(challenge), {
      set: 'ADD #tries :one',
      when: '#expiresAt > :now AND #tries < :most',
      values: { ':one': 1, ':now': now, ':most': mostTries },
    })
    if (!tried) return 'code-expired'
    const { email, code: expected } = CodeItem.parse(tried)
    return code === expected ? { email } : 'wrong-code'
  },

  /** The holder of an address, made with the given id when there is none yet. */
  findOrAddHolder: (emailHash: Hash, email: string, newId: HolderId): Promise<HolderId> =>
    findOrAdd(table, emailKey(emailHash), { id: newId, email }),

  /** The holder whom an issuer knows so, made when there is none yet. An address makes nobody the same. */
  findOrAddIdentity: (identity: Hash, holder: Holder): Promise<HolderId> =>
    findOrAdd(table, identityKey(identity), { ...holder, identity }),

  /** Whether nobody came back from an issuer this way before. */
  spendState: async (state: Hash, expiresAt: Instant): Promise<boolean> => {
    const used = await changeItem(table, usedStateKey(state), {
      set: `SET #${EXPIRY} = :expiry`,
      when: 'attribute_not_exists(#pk)',
      values: { ':expiry': expiryAfter(expiresAt)[EXPIRY] },
    })
    return used !== undefined
  },

  /** The holder of an address, if there is one. */
  findByEmail: async (emailHash: Hash): Promise<HolderId | undefined> => {
    const [item] = await readItems(table, [emailKey(emailHash)])
    return item && KnownItem.parse(item).holder
  },

  findHolder: async (id: HolderId): Promise<Holder | undefined> => {
    const [item] = await readItems(table, [holderKey(id)])
    return item && holderOf(item)
  },

  findHolders: async (ids: readonly HolderId[]): Promise<Map<HolderId, Holder>> => {
    const items = await readItems(table, ids.map(holderKey))
    const found = items.filter((item) => item !== undefined).map(holderOf)
    return new Map(found.map((holder) => [holder.id, holder]))
  },

  renameHolder: async (id: HolderId, name: string): Promise<Holder> =>
    holderOf(
      await changeItem(table, holderKey(id), {
        set: 'SET #name = :name',
        when: 'attribute_exists(#pk)',
        values: { ':name': name },
      }),
    ),
})
