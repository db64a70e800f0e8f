import * as z from 'zod'
import type { Holder } from '../domain/holder.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Language } from '../domain/language.ts'
import { branded } from './branded.ts'
import { readItems, type Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { IS_ABSENT, IS_PRESENT, when } from './expression.ts'
import { hashOf } from './hash.ts'
import { holderOf } from './identity-item.ts'
import { holderKey, REVIEWED_SOON } from './keys/holder-keys.ts'
import type { Key } from './keys/key.ts'
import { codeKey, codeOfAddress, emailKey, identityKey, usedStateKey } from './keys/sign-in-keys.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { putNew, write } from './write.ts'

/*
 | access                      | how                                                      |
 | add a challenge             | put, by the hash of what the browser keeps               |
 | try to answer a challenge   | update: one more try, on condition of time and of tries  |
 | its code is typed           | update, on condition that it was not before              |
 | holder of an address, or of | get; else transaction: that (absent) and holder (absent) |
 | who an issuer says it is    |                                                          |
 | use a sign-in state         | update, on condition that it is absent                   |
 | a holder                    | get, strong                                              |
 Expiries are compared in conditions: TTL only tidies up, days late.
*/

const ChallengeItem = z.object({ email: z.string() })
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

/** The code itself is not stored: it is derived from the challenge by the mail key. */
const addChallenge = async (
  table: Table,
  challenge: Hash,
  sent: { readonly email: string; readonly language?: Language | undefined },
  expiresAt: Instant,
): Promise<void> => {
  const { email, language } = sent
  await putItem(table, {
    ...{ ...codeKey(challenge), ...codeOfAddress(hashOf('email', email)) },
    ...{ email, ...(language && { language }), tries: 0, expiresAt, ...expiryAfter(expiresAt) },
  })
}

/**
 * Counts the try before it is compared, so parallel tries are not free. Answers the address; undefined when
 * tries or time are used up.
 */
const tryChallenge = async (
  table: Table,
  challenge: Hash,
  now: Instant,
  mostTries: number,
): Promise<string | undefined> => {
  const tried = await changeItem(table, codeKey(challenge), {
    add: { tries: 1 },
    when: when`#expiresAt > ${now} AND #tries < ${mostTries}`,
  })
  return tried && ChallengeItem.parse(tried).email
}

const answerChallenge = async (table: Table, challenge: Hash): Promise<boolean> => {
  const answered = await changeItem(table, codeKey(challenge), {
    set: { answered: true },
    when: when`attribute_exists(pk) AND attribute_not_exists(#answered)`,
  })
  return answered !== undefined
}

const findOrAddHolder = (table: Table, emailHash: Hash, email: string, newId: HolderId): Promise<HolderId> =>
  findOrAdd(table, emailKey(emailHash), { id: newId, email })

/** The same address makes nobody the same holder. */
const findOrAddIdentity = (table: Table, identity: Hash, holder: Holder): Promise<HolderId> =>
  findOrAdd(table, identityKey(identity), { ...holder, identity })

/** False when the sign-in was used before. */
const spendState = async (table: Table, state: Hash, expiresAt: Instant): Promise<boolean> => {
  const used = await changeItem(table, usedStateKey(state), {
    set: expiryAfter(expiresAt),
    when: IS_ABSENT,
  })
  return used !== undefined
}

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
    addChallenge,
    tryChallenge,
    answerChallenge,
    findOrAddHolder,
    findOrAddIdentity,
    spendState,
    findByEmail,
    findHolder,
    findHolders,
    changeHolder,
  })
