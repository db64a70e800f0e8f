import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Holder, SignedInHolder } from '../domain/holder.ts'
import type { Hash, HolderId, SiteId, WaitlistEntryId } from '../domain/ids.ts'
import { type Instant, localTimeAt, type TimeZone } from '../domain/instant.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { MOST_WAITLIST_ENTRIES, type WaitlistEntry } from '../domain/waitlist.ts'
import { auditEntryWrites } from './booking-writes.ts'
import { queryRange, readItems, type SortRange, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { signedInHolder } from './identity-item.ts'
import { holderKey, type Key, sessionKey } from './keys.ts'
import { personWrites } from './person-store.ts'
import { waitlistEntriesOfHolder } from './privacy-keys.ts'
import {
  isTicketFree,
  type StoredWaitlistEntry,
  storedWaitlistEntryOf,
  type WaitlistHead,
  waitlistEntryIn,
  waitlistEntryOf,
  waitlistHeadOf,
} from './waitlist-item.ts'
import {
  type WaitlistName,
  waitlist,
  waitlistEntryKey,
  waitlistHeadKey,
  waitlistKey,
  waitlistTicketKey,
} from './waitlist-keys.ts'
import { endAndTellWrites, endWrites, joinWrites } from './waitlist-writes.ts'
import { type Conflict, remove, write } from './write.ts'

/*
 | access                           | how                                                                                 | consistency |
 | all that asking depends on       | batch get: who is signed in, the waitlist entry, the holder's tickets               | strong      |
 | ask                              | transaction: the waitlist entry (absent), a ticket (free), an entry in the waitlist |             |
 |                                  | of each site, and its head                                                          |             |
 | give up                          | transaction: the waitlist entry (still waiting), its ticket, its entries            |             |
 | the head of a waitlist           | get by key, before all that is decided on it                                        | strong      |
 | the dates with a waitlist        | query of the site's partition                                                       | strong      |
 | a waitlist                       | query of the site's partition by date, so many at a time                            | strong      |
 | the rank in a waitlist           | count of the entries before, so many at the most                                    | strong      |
 | a waitlist entry                 | get by id                                                                           | strong      |
 | the waitlist entries of a holder | query of the index by-holder                                                        | eventual    |
*/

/** Some of a waitlist, in order; `next` continues it. */
export type WaitlistPage = { readonly waits: readonly WaitlistEntry[]; readonly next?: Key | undefined }

export type WaitlistFactsKeys = {
  readonly id: WaitlistEntryId
  readonly holder: HolderId
  readonly session: Hash
  readonly now: Instant
}

/** `holder` is who is signed in, if anybody is. */
export type WaitlistFacts = {
  readonly holder?: SignedInHolder | undefined
  readonly existing?: StoredWaitlistEntry | undefined
  /** A ticket that the one who waits has left, if any. */
  readonly freeTicket?: number | undefined
}

/** Nobody's calendar shows an earlier date. */
export const pastUntil = (now: Instant): LocalDate => addDays(localTimeAt(now, 'UTC' as TimeZone).date, -1)

const MOST_OF_A_DATE = 50
const TICKETS = Array.from({ length: MOST_WAITLIST_ENTRIES }, (_, ticket) => ticket)

const freeTicketOf = (tickets: readonly unknown[], id: WaitlistEntryId, now: Instant): number | undefined => {
  const free = TICKETS.filter((ticket) => isTicketFree(tickets[ticket], pastUntil(now)))
  // Those who ask at once do not all want the same one.
  return free[[...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % free.length]
}

const count = async (table: Table, { pk, from, to }: SortRange, most?: number): Promise<number> => {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
      ConsistentRead: true,
      Select: 'COUNT',
      ...(most !== undefined && { Limit: most }),
    }),
  )
  return page.Count ?? 0
}

export const waitlistStore = (table: Table) => ({
  /** `waiting` is who waits: whoever is signed in, or the one that they act for. */
  readFacts: async (
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
  },

  /** A ticket that whoever waits has left, if any. */
  findFreeTicket: async (
    holder: HolderId,
    id: WaitlistEntryId,
    now: Instant,
  ): Promise<number | undefined> => {
    const keys = TICKETS.map((ticket) => waitlistTicketKey(holder, ticket))
    return freeTicketOf(await readItems(table, keys), id, now)
  },

  /** `changed`: there is one already, its ticket has been taken, or its workshop is cancelled. `person` is made with it. */
  addEntry: (
    stored: StoredWaitlistEntry,
    person?: Holder,
    auditEntry?: AuditEntry,
  ): Promise<Conflict | undefined> =>
    write(table, [
      ...joinWrites(table, stored, pastUntil(stored.wait.askedAt)),
      ...auditEntryWrites(table, [auditEntry]),
      ...(person && stored.wait.sites[0] ? personWrites(table, stored.wait.sites[0], person) : []),
    ]),

  /** Answers `changed` when it is no longer waiting. */
  leave: (wait: WaitlistEntry, auditEntry?: AuditEntry): Promise<Conflict | undefined> =>
    write(table, [...endWrites(table, wait, { status: 'left' }), ...auditEntryWrites(table, [auditEntry])]),

  /** What it waits for is cancelled, and who waits is told. Answers `changed` when it is no longer waiting. */
  end: async (wait: WaitlistEntry, note: string | undefined): Promise<Conflict | undefined> =>
    write(table, await endAndTellWrites(table, wait, note)),

  /** The dates from one on for which somebody waits at a site. */
  listDates: async (site: SiteId, from: LocalDate): Promise<LocalDate[]> => {
    const { pk, from: first } = waitlist({ site, date: from })
    const items = await queryRange(table, { pk, from: first, to: 'WAIT#~' }, { consistent: true })
    return [...new Set(items.map((item) => waitlistEntryIn(item).date))]
  },

  findEntry: async (id: WaitlistEntryId): Promise<WaitlistEntry | undefined> => {
    const [item] = await readItems(table, [waitlistEntryKey(id)])
    return item && waitlistEntryOf(item)
  },

  readHead: async (name: WaitlistName): Promise<WaitlistHead> => {
    const [item] = await readItems(table, [waitlistHeadKey(name)])
    return waitlistHeadOf(name, item)
  },

  readWaitlist: async (name: WaitlistName, most: number, after?: Key): Promise<WaitlistPage> => {
    const { pk, from, to } = waitlist(name)
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
        ConsistentRead: true,
        Limit: most,
        ...(after && { ExclusiveStartKey: marshall(after) }),
      }),
    )
    const next = page.LastEvaluatedKey && (unmarshall(page.LastEvaluatedKey) as Key)
    return { waits: (page.Items ?? []).map((item) => waitlistEntryIn(unmarshall(item))), next }
  },

  /** How many have asked before at one of its sites, counted up to `most`. */
  countBefore: async (site: SiteId, wait: WaitlistEntry, most: number): Promise<number> => {
    const { pk, sk } = waitlistKey(site, wait)
    const { from } = waitlist({ ...wait, site })
    return Math.max(0, (await count(table, { pk, from, to: sk }, most + 1)) - 1)
  },

  /** Exact up to a megabyte of them, more than two thousand. */
  countWaiting: (name: WaitlistName): Promise<number> => count(table, waitlist(name)),

  /** From a date on, soonest first. */
  listWaitlistEntries: async (holder: HolderId, from: LocalDate, most: number): Promise<WaitlistEntry[]> =>
    (await queryHolder(table, holder, { from: `WAIT#${from}`, to: 'WAIT#~', most })).map(waitlistEntryOf),

  /** All that a holder ever waited for and that is still known. */
  listAll: async (holder: HolderId): Promise<WaitlistEntry[]> =>
    (await queryHolder(table, holder, waitlistEntriesOfHolder)).map(waitlistEntryOf),

  /** As if it had never been asked; it has ended before. */
  remove: async ({ id }: WaitlistEntry): Promise<void> => {
    await write(table, [remove(table, waitlistEntryKey(id))])
  },

  /** What a holder waits for on a date. */
  listEntriesOn: async (holder: HolderId, date: LocalDate): Promise<WaitlistEntry[]> =>
    (await queryHolder(table, holder, { from: `WAIT#${date}`, to: `WAIT#${date}#~`, most: MOST_OF_A_DATE }))
      .map(waitlistEntryOf)
      .filter(({ status }) => status === 'waiting'),
})
