import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Act } from '../domain/act.ts'
import type { HolderId, WaitId } from '../domain/booking.ts'
import { type Instant, localTimeAt, type TimeZone } from '../domain/instant.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { SiteId } from '../domain/site.ts'
import { MOST_WAITS, type Wait } from '../domain/wait.ts'
import { type Conflict, noted, remove, write } from './booking-writes.ts'
import { queryRange, readItems, type SortRange, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { type Holder, type SignedInHolder, signedInHolder } from './identity-item.ts'
import {
  type Hash,
  holderKey,
  type Key,
  type QueueName,
  queue,
  queueHeadKey,
  queueKey,
  sessionKey,
  waitKey,
  waitSlotKey,
} from './keys.ts'
import { personWrites } from './person-store.ts'
import { waitsOfHolder } from './privacy-keys.ts'
import {
  endedOf,
  endingOf,
  isSlotFree,
  joiningOf,
  type QueueHead,
  queuedOf,
  queueHeadOf,
  type StoredWait,
  storedWaitOf,
  waitOf,
} from './wait-item.ts'

/*
 | access                        | how                                                                    | consistency |
 | all that asking depends on    | batch get: who is signed in, the wait, the holder's slots              | strong      |
 | ask                           | transaction: the wait (absent), a slot (free), an entry in the queue   |             |
 |                               | of each site, and its head                                             |             |
 | give up                       | transaction: the wait (still waiting), its slot, its entries           |             |
 | the head of a queue           | get by key, before all that is decided on it                           | strong      |
 | the dates with a queue        | query of the site's partition                                          | strong      |
 | a queue                       | query of the site's partition by date, so many at a time               | strong      |
 | the rank in a queue           | count of the entries before, so many at the most                       | strong      |
 | a wait                        | get by id                                                              | strong      |
 | the waits of a holder         | query of the index by-holder                                           | eventual    |
*/

/** Some of a queue, in order; `next` continues it. */
export type QueuePage = { readonly waits: readonly Wait[]; readonly next?: Key | undefined }

export type WaitGroundKeys = {
  readonly id: WaitId
  readonly holder: HolderId
  readonly session: Hash
  readonly now: Instant
}

/** `holder` is who is signed in, if anybody is. */
export type WaitGround = {
  readonly holder?: SignedInHolder | undefined
  readonly existing?: StoredWait | undefined
  /** A slot that the one who waits has left, if any. */
  readonly freeSlot?: number | undefined
}

/** Nobody's calendar shows an earlier date. */
export const pastUntil = (now: Instant): LocalDate => addDays(localTimeAt(now, 'UTC' as TimeZone).date, -1)

const MOST_OF_A_DATE = 50
const SLOTS = Array.from({ length: MOST_WAITS }, (_, slot) => slot)

const freeSlotOf = (slots: readonly unknown[], id: WaitId, now: Instant): number | undefined => {
  const free = SLOTS.filter((slot) => isSlotFree(slots[slot], pastUntil(now)))
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

export type WaitStore = ReturnType<typeof waitStore>

export const waitStore = (table: Table) => ({
  /** `waiting` is who waits: whoever is signed in, or the one that they act for. */
  readGround: async ({ id, holder, session, now }: WaitGroundKeys, waiting: HolderId): Promise<WaitGround> => {
    const [sessionItem, holderItem, existing, ...slots] = await readItems(table, [
      sessionKey(holder, session),
      holderKey(holder),
      waitKey(id),
      ...SLOTS.map((slot) => waitSlotKey(waiting, slot)),
    ])
    return {
      holder: signedInHolder(sessionItem, holderItem, now),
      existing: existing && storedWaitOf(existing),
      freeSlot: freeSlotOf(slots, id, now),
    }
  },

  /** A slot that whoever waits has left, if any. */
  findFreeSlot: async (holder: HolderId, id: WaitId, now: Instant): Promise<number | undefined> => {
    const keys = SLOTS.map((slot) => waitSlotKey(holder, slot))
    return freeSlotOf(await readItems(table, keys), id, now)
  },

  /** `changed`: there is one already, its slot has been taken, or its workshop is cancelled. `person` is made with it. */
  addWait: (stored: StoredWait, person?: Holder, act?: Act): Promise<Conflict | undefined> =>
    write(table, [
      ...joiningOf(table, stored, pastUntil(stored.wait.askedAt)),
      ...noted(table, [act]),
      ...(person && stored.wait.sites[0] ? personWrites(table, stored.wait.sites[0], person) : []),
    ]),

  /** Answers `changed` when it is no longer waiting. */
  leave: (wait: Wait, act?: Act): Promise<Conflict | undefined> =>
    write(table, [...endingOf(table, wait, { status: 'left' }), ...noted(table, [act])]),

  /** What it waits for is cancelled, and who waits is told. Answers `changed` when it is no longer waiting. */
  end: async (wait: Wait, note: string | undefined): Promise<Conflict | undefined> =>
    write(table, await endedOf(table, wait, note)),

  /** The dates from one on for which somebody waits at a site. */
  listDates: async (site: SiteId, from: LocalDate): Promise<LocalDate[]> => {
    const { pk, from: first } = queue({ site, date: from })
    const items = await queryRange(table, { pk, from: first, to: 'WAIT#~' }, { consistent: true })
    return [...new Set(items.map((item) => queuedOf(item).date))]
  },

  findWait: async (id: WaitId): Promise<Wait | undefined> => {
    const [item] = await readItems(table, [waitKey(id)])
    return item && waitOf(item)
  },

  readHead: async (name: QueueName): Promise<QueueHead> => {
    const [item] = await readItems(table, [queueHeadKey(name)])
    return queueHeadOf(name, item)
  },

  readQueue: async (name: QueueName, most: number, after?: Key): Promise<QueuePage> => {
    const { pk, from, to } = queue(name)
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
    return { waits: (page.Items ?? []).map((item) => queuedOf(unmarshall(item))), next }
  },

  /** How many have asked before at one of its sites, counted up to `most`. */
  countBefore: async (site: SiteId, wait: Wait, most: number): Promise<number> => {
    const { pk, sk } = queueKey(site, wait)
    const { from } = queue({ ...wait, site })
    return Math.max(0, (await count(table, { pk, from, to: sk }, most + 1)) - 1)
  },

  /** Exact up to a megabyte of them, more than two thousand. */
  countWaiting: (name: QueueName): Promise<number> => count(table, queue(name)),

  /** From a date on, soonest first. */
  listWaits: async (holder: HolderId, from: LocalDate, most: number): Promise<Wait[]> =>
    (await queryHolder(table, holder, { from: `WAIT#${from}`, to: 'WAIT#~', most })).map(waitOf),

  /** All that a holder ever waited for and that is still known. */
  listAll: async (holder: HolderId): Promise<Wait[]> => (await queryHolder(table, holder, waitsOfHolder)).map(waitOf),

  /** As if it had never been asked; it has ended before. */
  remove: async ({ id }: Wait): Promise<void> => {
    await write(table, [remove(table, waitKey(id))])
  },

  /** What a holder waits for on a date. */
  listWaitsOn: async (holder: HolderId, date: LocalDate): Promise<Wait[]> =>
    (await queryHolder(table, holder, { from: `WAIT#${date}`, to: `WAIT#${date}#~`, most: MOST_OF_A_DATE }))
      .map(waitOf)
      .filter(({ status }) => status === 'waiting'),
})
