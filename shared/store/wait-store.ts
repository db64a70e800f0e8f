import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { HolderId, WaitId } from '../domain/booking.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { SiteId } from '../domain/site.ts'
import type { Wait } from '../domain/wait.ts'
import { type Conflict, put, putNew, stillPlanned, write } from './booking-writes.ts'
import { readItems, type SortRange, type Table } from './client.ts'
import { BY_HOLDER, type Key, type QueueName, queue, queueKey, waitKey } from './keys.ts'
import { endingOf, queuedOf, queueItem, waitItem, waitOf } from './wait-item.ts'

/*
 | access                        | how                                                                  | consistency |
 | ask                           | transaction: the wait (absent), an entry in the queue of each site   |             |
 | give up                       | transaction: the wait (still waiting), its entries                   |             |
 | the head of a queue           | query of the site's partition by date, so many at a time             | strong      |
 | the rank in a queue           | count of the entries before                                          | strong      |
 | a wait                        | get by id                                                            | strong      |
 | the waits of a holder         | query of the index by-holder                                         | eventual    |
*/

/** Some of a queue, in order; `next` continues it. */
export type QueuePage = { readonly waits: readonly Wait[]; readonly next?: Key | undefined }

/** Exact up to a megabyte of them, more than two thousand. */
const count = async (table: Table, { pk, from, to }: SortRange): Promise<number> => {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
      ConsistentRead: true,
      Select: 'COUNT',
    }),
  )
  return page.Count ?? 0
}

export type WaitStore = ReturnType<typeof waitStore>

export const waitStore = (table: Table) => ({
  /** Answers `changed` when there is one already, or its workshop is cancelled. */
  addWait: (wait: Wait): Promise<Conflict | undefined> =>
    write(table, [
      putNew(table, waitItem(wait)),
      ...wait.sites.map((site) => put(table, queueItem(wait, site))),
      ...(wait.workshop ? [stillPlanned(table, wait.workshop)] : []),
    ]),

  /** Answers `changed` when it is no longer waiting. */
  leave: (wait: Wait): Promise<Conflict | undefined> => write(table, endingOf(table, wait, { status: 'left' })),

  /** What it waits for is cancelled. Answers `changed` when it is no longer waiting. */
  end: (wait: Wait, note: string | undefined): Promise<Conflict | undefined> =>
    write(table, endingOf(table, wait, { status: 'ended', ...(note !== undefined && { note }) })),

  findWait: async (id: WaitId): Promise<Wait | undefined> => {
    const [item] = await readItems(table, [waitKey(id)])
    return item && waitOf(item)
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

  /** How many have asked before, at one of its sites. */
  countBefore: async (site: SiteId, wait: Wait): Promise<number> => {
    const { date, workshop } = wait
    const { from } = queue({ site, date, workshop })
    const { pk, sk } = queueKey(site, wait)
    return Math.max(0, (await count(table, { pk, from, to: sk })) - 1)
  },

  countWaiting: (name: QueueName): Promise<number> => count(table, queue(name)),

  /** From a date on, soonest first. */
  listWaits: async (holder: HolderId, from: LocalDate, most: number): Promise<Wait[]> => {
    const sort = { ':from': `WAIT#${from}`, ':to': 'WAIT#~' }
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: BY_HOLDER.indexName,
        KeyConditionExpression: '#holder = :holder AND startsLocal BETWEEN :from AND :to',
        ExpressionAttributeNames: { '#holder': BY_HOLDER.partitionKey },
        ExpressionAttributeValues: marshall({ ':holder': holder, ...sort }),
        Limit: most,
      }),
    )
    return (page.Items ?? []).map((item) => waitOf(unmarshall(item)))
  },
})
