import { setTimeout as sleep } from 'node:timers/promises'
import {
  type AttributeValue,
  BatchGetItemCommand,
  DynamoDBClient,
  QueryCommand,
  type QueryCommandOutput,
} from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import { ContentionError } from './contention.ts'
import type { Key } from './keys.ts'

/** The one table, and the client that reaches it. */
export type Table = { readonly client: DynamoDBClient; readonly name: string }

/** One call to a healthy table takes some milliseconds: what hangs is tried once more, then given up within 3 seconds. */
const CALL_LIMITS = {
  maxAttempts: 2,
  requestHandler: { connectionTimeout: 1000, requestTimeout: 1200, throwOnRequestTimeout: true },
}

/**
 * The client of a function. The SDK's own logger writes nothing here, but prepares each line: a tenth of a booking's
 * work, and one way less for personal data to end up in a log.
 */
export const functionClient = (): DynamoDBClient => {
  const client = new DynamoDBClient(CALL_LIMITS)
  client.middlewareStack.remove('loggerMiddleware')
  return client
}

export type Item = Record<string, unknown>

const MOST_TRIES = 5
const MOST_AT_ONCE = 100

const nameOf = ({ pk, sk }: Key): string => `${pk}\n${sk}`

type Consistency = { readonly consistent?: boolean }

/** Strongly consistent unless told, in one round trip of batches of 100, in the order of their keys; undefined where absent. */
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

export type SortRange = { readonly pk: string; readonly from: string; readonly to: string }

/** The items of a partition between two sort keys, both included. */
export const queryRange = async (
  table: Table,
  { pk, from, to }: SortRange,
  { consistent = false }: Consistency = {},
): Promise<Item[]> => {
  const items: Item[] = []
  let next: Record<string, AttributeValue> | undefined
  do {
    const page: QueryCommandOutput = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: marshall({ ':pk': pk, ':from': from, ':to': to }),
        ConsistentRead: consistent,
        ...(next && { ExclusiveStartKey: next }),
      }),
    )
    items.push(...(page.Items ?? []).map((item) => unmarshall(item)))
    next = page.LastEvaluatedKey
  } while (next)
  return items
}
