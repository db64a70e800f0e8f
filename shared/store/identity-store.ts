import { ConditionalCheckFailedException, PutItemCommand, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { hashOf } from './hash.ts'
import { type Holder, holderOf, type Session, type SignedInHolder, sessionOf, signedInHolder } from './identity-item.ts'
import { codeCountKey, codeKey, EXPIRY, emailKey, type Hash, holderKey, type Key, sessionKey } from './keys.ts'
import { ofAddress, sessionsOf } from './privacy-keys.ts'
import { transact } from './transact.ts'

/*
 | access                     | how                                                              |
 | count a code for an address| update of the hour's counter, on condition that it is below max  |
 | add a code                 | put, by the hash of what the browser keeps                       |
 | try a code                 | update: one more try, on condition of time and of tries          |
 | holder of an address       | get; else transaction: address (absent) and holder               |
 | a holder                   | get, strong                                                      |
 | open a session             | update under the holder, on condition that it is absent          |
 | close a session            | update                                                           |
 | who is signed in           | batch get: session and holder, strong                            |
 Expiries are compared in conditions: TTL only tidies up, days late.
*/

const CodeItem = z.object({ email: z.string(), code: z.string() })
const EmailItem = z.object({ holder: z.string().transform((id) => id as HolderId) })
const DAY_SECONDS = 86_400
/** A day of grace, so that a reader whose clock is late never misses what it may still use. */
const expiry = (at: Instant) => ({ expiresAt: at, [EXPIRY]: Math.ceil(at / 1000) + DAY_SECONDS })

type Change = { readonly set: string; readonly when: string; readonly values: Item }

/** The item after the change, or undefined when our own condition refused it. */
const change = async (table: Table, key: Key, { set, when, values }: Change): Promise<Item | undefined> => {
  try {
    const { Attributes } = await table.client.send(
      new UpdateItemCommand({
        TableName: table.name,
        Key: marshall(key),
        UpdateExpression: set,
        ConditionExpression: when,
        ExpressionAttributeNames: Object.fromEntries(
          [...`${set} ${when}`.matchAll(/#(\w+)/g)].map(([name, attribute = '']) => [name, attribute]),
        ),
        ExpressionAttributeValues: marshall(values),
        ReturnValues: 'ALL_NEW',
      }),
    )
    return Attributes && unmarshall(Attributes)
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return undefined
    throw error
  }
}

const HOUR_MS = 3_600_000
export type IdentityStore = ReturnType<typeof identityStore>

export const identityStore = (table: Table) => ({
  /** Whether one more code may be sent to an address within this hour. */
  countCode: async (email: Hash, now: Instant, most: number): Promise<boolean> => {
    const hour = Math.floor(now / HOUR_MS)
    const counted = await change(table, codeCountKey(email, hour), {
      set: `ADD #sent :one SET #${EXPIRY} = :expiry`,
      when: 'attribute_not_exists(#sent) OR #sent < :most',
      values: { ':one': 1, ':most': most, ':expiry': (hour + 2) * 3600 },
    })
    return counted !== undefined
  },

  addCode: async (challenge: Hash, code: string, email: string, expiresAt: Instant): Promise<void> => {
    const item = {
      ...{ ...codeKey(challenge), ...ofAddress(hashOf('email', email), 'CODE') },
      ...{ email, code, tries: 0, ...expiry(expiresAt) },
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
    const tried = await change(table, codeKey(challenge), {
      set: 'ADD #tries :one',
      when: '#expiresAt > :now AND #tries < :most',
      values: { ':one': 1, ':now': now, ':most': mostTries },
    })
    if (!tried) return 'code-expired'
    const { email, code: expected } = CodeItem.parse(tried)
    return code === expected ? { email } : 'wrong-code'
  },

  /** The holder of an address, made with the given id when there is none yet. */
  findOrAddHolder: async (emailHash: Hash, email: string, newId: HolderId): Promise<HolderId> => {
    const read = async () => (await readItems(table, [emailKey(emailHash)]))[0]
    const known = await read()
    if (known) return EmailItem.parse(known).holder
    const puts = [
      { ...emailKey(emailHash), holder: newId },
      { ...holderKey(newId), id: newId, email },
    ].map((item) => ({
      Put: { TableName: table.name, Item: marshall(item), ConditionExpression: 'attribute_not_exists(pk)' },
    }))
    return (await transact(table, puts)) ? EmailItem.parse(await read()).holder : newId
  },

  /** Somebody whom an agent acts for; again changes nothing. */
  addHolder: async (holder: Holder): Promise<void> => {
    await change(table, holderKey(holder.id), {
      set: 'SET #id = :id, #name = :name, #phone = :phone',
      when: 'attribute_not_exists(#pk)',
      values: { ':id': holder.id, ':name': holder.name ?? '', ':phone': holder.phone ?? '' },
    })
  },

  /** The holder of an address, if there is one. */
  findByEmail: async (emailHash: Hash): Promise<HolderId | undefined> => {
    const [item] = await readItems(table, [emailKey(emailHash)])
    return item && EmailItem.parse(item).holder
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
      await change(table, holderKey(id), {
        set: 'SET #name = :name',
        when: 'attribute_exists(#pk)',
        values: { ':name': name },
      }),
    ),

  /** Opens a session once: one that is there already stays as it is, closed ones too. */
  addSession: async (
    holder: HolderId,
    secret: Hash,
    { expiresAt, secondFactor = false }: { readonly expiresAt: Instant; readonly secondFactor?: boolean },
  ): Promise<void> => {
    await change(table, sessionKey(holder, secret), {
      set: `SET #expiresAt = :at, #secondFactor = :secondFactor, #${EXPIRY} = :expiry`,
      when: 'attribute_not_exists(#pk)',
      values: { ':at': expiresAt, ':secondFactor': secondFactor, ':expiry': expiry(expiresAt)[EXPIRY] },
    })
  },

  /** Those that are known, closed ones and secrets left out. */
  listSessions: async (holder: HolderId): Promise<Session[]> =>
    (await queryRange(table, sessionsOf(holder))).map(sessionOf).filter(({ expiresAt }) => expiresAt > 0),

  closeSession: async (holder: HolderId, secret: Hash): Promise<void> => {
    await change(table, sessionKey(holder, secret), {
      set: 'SET #expiresAt = :never',
      when: 'attribute_exists(#pk)',
      values: { ':never': 0 },
    })
  },

  /** The signed-in holder, or undefined when the session is absent, closed or past its time. */
  findSession: async (holder: HolderId, secret: Hash, now: Instant): Promise<SignedInHolder | undefined> => {
    const [session, item] = await readItems(table, [sessionKey(holder, secret), holderKey(holder)])
    return signedInHolder(session, item, now)
  },
})
