import * as z from 'zod'
import type { Hash } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { Language } from '../domain/language.ts'
import type { Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { IS_ABSENT, when } from './expression.ts'
import { hashOf } from './hash.ts'
import { codeKey, codeOfAddress, usedStateKey } from './keys/sign-in-keys.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                    | how                                                     |
 | add a challenge           | put, by the hash of what the browser keeps              |
 | try to answer a challenge | update: one more try, on condition of time and of tries |
 | its code is typed         | update, on condition that it was not before             |
 | use a sign-in state       | update, on condition that it is absent                  |
 Expiries are compared in conditions: TTL only tidies up, days late.
*/

const ChallengeItem = z.object({ email: z.string() })
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

/** False when the sign-in was used before. */
const spendState = async (table: Table, state: Hash, expiresAt: Instant): Promise<boolean> => {
  const used = await changeItem(table, usedStateKey(state), {
    set: expiryAfter(expiresAt),
    when: IS_ABSENT,
  })
  return used !== undefined
}

export const challengeStore = (table: Table) =>
  storeOf(table, { addChallenge, tryChallenge, answerChallenge, spendState })
