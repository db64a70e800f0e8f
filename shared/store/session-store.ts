import type { SignedInHolder } from '../domain/holder.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { endOf, isOpen, isToBeSeen, type Session } from '../domain/session.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { IS_ABSENT, when } from './expression.ts'
import { sessionOf, signedInHolder } from './identity-item.ts'
import { holderKey, secretInKey, sessionKey, sessions } from './keys/holder-keys.ts'
import { keyOf } from './keys/key.ts'
import { changeItem, putItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                   | how                                                  |
 | open a session           | put under the holder, on condition that it is absent |
 | the signed-in holder     | batch get: session and holder, strong                |
 | a session is used        | update, on condition that it is as it was read       |
 | the sessions of a holder | query, strong                                        |
 | close a session          | update                                               |
 A session is kept by holder and hash of its secret. The domain judges its times: TTL only tidies up.
*/

export type StoredSession = Session & { readonly secret: Hash }

const seen = async (
  table: Table,
  { secret, seenAt }: StoredSession,
  holder: HolderId,
  now: Instant,
): Promise<void> => {
  await changeItem(table, sessionKey(holder, secret), {
    set: { seenAt: now },
    when: when`#seenAt = ${seenAt} AND attribute_not_exists(#closedAt)`,
  })
}

/** A session that exists stays as it is, even a closed one. */
const addSession = async (table: Table, holder: HolderId, secret: Hash, session: Session): Promise<void> => {
  const item = { ...sessionKey(holder, secret), ...session, ...expiryAfter(endOf(session)) }
  await putItem(table, item, IS_ABSENT)
}

/**
 * Undefined when the session is absent, closed or expired, or the holder disabled. Notes once in some
 * minutes that the session is used.
 */
const findSignedIn = async (
  table: Table,
  holder: HolderId,
  secret: Hash,
  now: Instant,
): Promise<SignedInHolder | undefined> => {
  const [item, holderItem] = await readItems(table, [sessionKey(holder, secret), holderKey(holder)])
  const signedIn = signedInHolder(item, holderItem, now)
  const session = signedIn && { ...sessionOf(item), secret }
  if (session && isToBeSeen(session, now)) await seen(table, session, holder, now)
  return signedIn
}

const listOpen = async (table: Table, holder: HolderId, now: Instant): Promise<StoredSession[]> => {
  const items = await queryRange(table, sessions(holder), { consistent: true })
  return items
    .map((item) => ({ ...sessionOf(item), secret: secretInKey(keyOf(item)) }))
    .filter((session) => isOpen(session, now))
}

const closeSession = async (table: Table, holder: HolderId, secret: Hash, now: Instant): Promise<void> => {
  await changeItem(table, sessionKey(holder, secret), {
    set: { closedAt: now },
    when: when`attribute_exists(pk) AND attribute_not_exists(#closedAt)`,
  })
}

export type SessionStore = ReturnType<typeof sessionStore>

export const sessionStore = (table: Table) =>
  storeOf(table, { addSession, findSignedIn, listOpen, closeSession })
