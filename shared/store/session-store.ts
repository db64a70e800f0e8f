import { ConditionalCheckFailedException, PutItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { SignedInHolder } from '../domain/holder.ts'
import type { Hash, HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { endOf, isOpen, isToBeSeen, type Session } from '../domain/session.ts'
import { changeItem } from './change-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { expiryAfter } from './expiry.ts'
import { sessionOf, signedInHolder } from './identity-item.ts'
import { holderKey, secretOfSession, sessionKey, sessions } from './keys.ts'

/*
 | access                   | how                                                  |
 | open a session           | put under the holder, on condition that it is absent |
 | who is signed in         | batch get: session and holder, strong                |
 | a session is used        | update, on condition that nobody wrote it meanwhile  |
 | the sessions of a holder | query, strong                                        |
 | close a session          | update                                               |
 A session lies under its holder, by the hash of its secret. Times are judged by the domain: TTL only tidies up.
*/

export type StoredSession = Session & { readonly secret: Hash }

export type SessionStore = ReturnType<typeof sessionStore>

const seen = async (
  table: Table,
  { secret, seenAt }: StoredSession,
  holder: HolderId,
  now: Instant,
): Promise<void> => {
  await changeItem(table, sessionKey(holder, secret), {
    set: 'SET #seenAt = :now',
    when: '#seenAt = :before AND attribute_not_exists(#closedAt)',
    values: { ':now': now, ':before': seenAt },
  })
}

export const sessionStore = (table: Table) => ({
  /** Opens a session once: one that is there already stays as it is, closed ones too. */
  addSession: async (holder: HolderId, secret: Hash, session: Session): Promise<void> => {
    const item = { ...sessionKey(holder, secret), ...session, ...expiryAfter(endOf(session)) }
    try {
      await table.client.send(
        new PutItemCommand({
          TableName: table.name,
          Item: marshall(item),
          ConditionExpression: 'attribute_not_exists(pk)',
        }),
      )
    } catch (error) {
      if (!(error instanceof ConditionalCheckFailedException)) throw error
    }
  },

  /**
   * The signed-in holder, or undefined when the session is absent, closed or past its time, or the holder disabled.
   * Writes that the session is used, once in some minutes.
   */
  findSignedIn: async (holder: HolderId, secret: Hash, now: Instant): Promise<SignedInHolder | undefined> => {
    const [item, holderItem] = await readItems(table, [sessionKey(holder, secret), holderKey(holder)])
    const signedIn = signedInHolder(item, holderItem, now)
    const session = signedIn && { ...sessionOf(item), secret }
    if (session && isToBeSeen(session, now)) await seen(table, session, holder, now)
    return signedIn
  },

  listOpen: async (holder: HolderId, now: Instant): Promise<StoredSession[]> => {
    const items = await queryRange(table, sessions(holder), { consistent: true })
    return items
      .map((item) => ({ ...sessionOf(item), secret: secretOfSession(String(item.sk)) }))
      .filter((session) => isOpen(session, now))
  },

  closeSession: async (holder: HolderId, secret: Hash, now: Instant): Promise<void> => {
    await changeItem(table, sessionKey(holder, secret), {
      set: 'SET #closedAt = :now',
      when: 'attribute_exists(#pk) AND attribute_not_exists(#closedAt)',
      values: { ':now': now },
    })
  },
})
