import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AttributeValue,
  BatchGetItemCommand,
  DynamoDBClient,
  type DynamoDBClientConfig,
  QueryCommand,
  type QueryCommandOutput,
  type ScanCommandOutput,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { ContentionError } from './contention.ts'
import { type Key, keyOf, type PartitionRange } from './keys/key.ts'

export type Table = { readonly client: DynamoDBClient; readonly name: string }

/**
 * A healthy table answers in milliseconds: a call that hangs is retried once, then fails within 3 seconds.
 */
const CALL_LIMITS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 1200, throwOnRequestTimeout: true },
}

/** They note what nobody reads: a log, the SDK's version, and a trace for calls of other functions. */
const UNNEEDED = ['loggerMiddleware', 'getUserAgentMiddleware', 'recursionDetectionMiddleware']

/** Resolves the way of a command once, and without what does nothing for a table. */
export const leanClient = (options: DynamoDBClientConfig): DynamoDBClient => {
  const client = new DynamoDBClient({ cacheMiddleware: true, ...options })
  for (const name of UNNEEDED) client.middlewareStack.remove(name)
  return client
}

/** Within the time that a function has. */
export const functionClient = (options: DynamoDBClientConfig = {}): DynamoDBClient =>
  leanClient({ ...CALL_LIMITS, ...options })

export type Item = Record<string, unknown>

const MOST_TRIES = 5
const MOST_AT_ONCE = 100

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

type Consistency = { readonly consistent?: boolean }

/** In one round trip of batches of 100, in the order of the keys; undefined where absent. */
export const readItems = async (
  table: Table,
  keys: readonly Key[],
  { consistent = true }: Consistency = {},
): Promise<(Item | undefined)[]> => {
  const distinct = [...new Map(keys.map((key) => [nameOf(key), key])).values()]
  const batches: Key[][] = []
  for (let at = 0; at < distinct.length; at += MOST_AT_ONCE)
    batches.push(distinct.slice(at, at + MOST_AT_ONCE))
  const items = (await Promise.all(batches.map((batch) => readBatch(table, batch, consistent)))).flat()
  const found = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, item]))
  return keys.map((key) => found.get(nameOf(key)))
}

const readBatch = async (table: Table, keys: readonly Key[], consistent: boolean): Promise<Item[]> => {
  const found: Item[] = []
  let wanted = keys.map((key) => marshall(key))
  for (let tries = 0; wanted.length > 0; tries++) {
    if (tries > MOST_TRIES) throw new ContentionError('items stay unread')
    if (tries > 0) await sleep(Math.random() * 20 * 2 ** tries)
    const answer = await table.client.send(
      new BatchGetItemCommand({
        RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: consistent } },
      }),
    )
    for (const each of answer.Responses?.[table.name] ?? []) {
      found.push(unmarshall(each))
    }
    wanted = answer.UnprocessedKeys?.[table.name]?.Keys ?? []
  }
  return found
}

type PageWanted = Consistency & {
  readonly most?: number | undefined
  readonly after?: Key | undefined
  readonly latestFirst?: boolean
}

export type Page = { readonly items: Item[]; readonly next?: Key | undefined }

export const pageOf = ({ Items = [], LastEvaluatedKey }: QueryCommandOutput | ScanCommandOutput): Page => ({
  items: Items.map((item) => unmarshall(item)),
  next: LastEvaluatedKey && keyOf(unmarshall(LastEvaluatedKey)),
})

const rangeQuery = (
  table: Table,
  { pk, from, to }: PartitionRange,
  { consistent = false, most }: PageWanted,
) => ({
  TableName: table.name,
  KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
  ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
  ConsistentRead: consistent,
  ...(most !== undefined && { Limit: most }),
})

export const queryPage = async (table: Table, range: PartitionRange, wanted: PageWanted): Promise<Page> => {
  const page = await table.client.send(
    new QueryCommand({
      ...rangeQuery(table, range, wanted),
      ...(wanted.after && { ExclusiveStartKey: marshall(wanted.after) }),
      ...(wanted.latestFirst && { ScanIndexForward: false }),
    }),
  )
  return pageOf(page)
}

/** As they are on the wire: for items of many numbers, which take long to convert. */
export type Attributes = Readonly<Record<string, AttributeValue>>

export const queryAttributes = async (
  table: Table,
  range: PartitionRange,
  consistency: Consistency = {},
): Promise<Attributes[]> => {
  const found: Attributes[] = []
  let after: Record<string, AttributeValue> | undefined
  do {
    const { Items = [], LastEvaluatedKey }: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        ...rangeQuery(table, range, consistency),
        ...(after && { ExclusiveStartKey: after }),
      }),
    )
    found.push(...Items)
    after = LastEvaluatedKey
  } while (after)
  return found
}

export const queryRange = async (
  table: Table,
  range: PartitionRange,
  consistency: Consistency = {},
): Promise<Item[]> => (await queryAttributes(table, range, consistency)).map((item) => unmarshall(item))

/** Counts up to `most`, and up to a megabyte of items. */
export const countRange = async (table: Table, range: PartitionRange, most?: number): Promise<number> => {
  const query = rangeQuery(table, range, { consistent: true, most })
  const page = await table.client.send(new QueryCommand({ ...query, Select: 'COUNT' }))
  return page.Count ?? 0
}
