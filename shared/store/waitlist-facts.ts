import type { SignedInHolder } from '../domain/holder.ts'
import type { Hash, HolderId, WaitlistEntryId } from '../domain/ids.ts'
import { type Instant, localTimeAt, type TimeZone } from '../domain/instant.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { MOST_WAITLIST_ENTRIES } from '../domain/waitlist.ts'
import { readItems, type Table } from './client.ts'
import { signedInHolder } from './identity-item.ts'
import { holderKey, sessionKey } from './keys/holder-keys.ts'
import { waitlistEntryKey, waitlistTicketKey } from './keys/waitlist-keys.ts'
import { isTicketFree, type StoredWaitlistEntry, storedWaitlistEntryOf } from './waitlist-item.ts'

export type WaitlistFactsKeys = {
  readonly id: WaitlistEntryId
  readonly holder: HolderId
  readonly session: Hash
  readonly now: Instant
}

/** `holder` is the signed-in person. */
export type WaitlistFacts = {
  readonly holder?: SignedInHolder | undefined
  readonly existing?: StoredWaitlistEntry | undefined
  readonly freeTicket?: number | undefined
}

/** No calendar on earth shows an earlier date. */
export const pastUntil = (now: Instant): LocalDate => addDays(localTimeAt(now, 'UTC' as TimeZone).date, -1)

const TICKETS = Array.from({ length: MOST_WAITLIST_ENTRIES }, (_, ticket) => ticket)

const freeTicketOf = (tickets: readonly unknown[], id: WaitlistEntryId, now: Instant): number | undefined => {
  const free = TICKETS.filter((ticket) => isTicketFree(tickets[ticket], pastUntil(now)))
  // Requests at the same moment should not all take the same ticket.
  return free[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % free.length]
}

/** `waiting` is the signed-in person, or the one they act for. */
export const readWaitlistFacts = async (
  table: Table,
  { id, holder, session, now }: WaitlistFactsKeys,
  waiting: HolderId,
): Promise<WaitlistFacts> => {
  const [sessionItem, holderItem, existing, ...tickets] = await readItems(table, [
    sessionKey(holder, session),
    holderKey(holder),
    waitlistEntryKey(id),
    ...TICKETS.map((ticket) => waitlistTicketKey(waiting, ticket)),
  ])
  return {
    holder: signedInHolder(sessionItem, holderItem, now),
    existing: existing && storedWaitlistEntryOf(existing),
    freeTicket: freeTicketOf(tickets, id, now),
  }
}

export const findFreeTicket = async (
  table: Table,
  holder: HolderId,
  id: WaitlistEntryId,
  now: Instant,
): Promise<number | undefined> => {
  const keys = TICKETS.map((ticket) => waitlistTicketKey(holder, ticket))
  return freeTicketOf(await readItems(table, keys), id, now)
}
