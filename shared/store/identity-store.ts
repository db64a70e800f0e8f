import { PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { changeItem } from './change-item.ts'
import { readItems, type Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { hashOf } from './hash.ts'
import { holderOf } from './identity-item.ts'
import { codeKey, EXPIRY, emailKey, holderKey, identityKey, type Key, usedStateKey } from './keys.ts'
import { ofAddress } from './privacy-keys.ts'
import { transact } from './transact.ts'

/*
 | access                      | how                                                      |
 | add a challenge             | put, by the hash of what the browser keeps               |
 | try to answer a challenge   | update: one more try, on condition of time and of tries  |
 | its code is typed           | update, on condition that it was not before              |
 | holder of an address, or of | get; else transaction: that (absent) and holder (absent) |
 | who an issuer says it is    |                                                          |
 | come back from an issuer    | update, on condition that it is absent                   |
 | a holder                    | get, strong                                              |
 Expiries are compared in conditions: TTL only tidies up, days late.
*/

const ChallengeItem = z.object({ email: z.string() })
const KnownItem = z.object({ holder: z.string().transform((id) => id as HolderId) })

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
  /** What its code answers is not stored: it follows from the challenge, for who has the key. */
  addChallenge: async (challenge: Hash, email: string, expiresAt: Instant): Promise<void> => {
    const item = {
      ...{ ...codeKey(challenge), ...ofAddress(hashOf('email', email), 'CODE') },
      ...{ email, tries: 0, expiresAt, ...expiryAfter(expiresAt) },
    }
    await table.client.send(new PutItemCommand({ TableName: table.name, Item: marshall(item) }))
  },

  /**
   * The address that a code was sent to. Each try is counted before it is looked at, so none in parallel is free;
   * undefined when there are no more, or when the time is over.
   */
  tryChallenge: async (challenge: Hash, now: Instant, mostTries: number): Promise<string | undefined> => {
    const tried = await changeItem(table, codeKey(challenge), {
      set: 'ADD #tries :one',
      when: '#expiresAt > :now AND #tries < :most',
      values: { ':one': 1, ':now': now, ':most': mostTries },
    })
    return tried && ChallengeItem.parse(tried).email
  },

  /** Whether its code is typed for the first time. */
  answerChallenge: async (challenge: Hash): Promise<boolean> => {
    const answered = await changeItem(table, codeKey(challenge), {
      set: 'SET #answered = :yes',
      when: 'attribute_exists(#pk) AND attribute_not_exists(#answered)',
      values: { ':yes': true },
    })
    return answered !== undefined
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
