import { BatchGetItemCommand, type DynamoDBClient } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Key } from './keys.ts'

/** The one table, and the client that reaches it. */
export type Table = { readonly client: DynamoDBClient; readonly name: string }

export type Item = Record<string, unknown>

/** Up to 100 items in one round trip, strongly consistent, in the order of their keys; undefined where absent. */
export const readItems = async (table: Table, keys: readonly Key[]): Promise<(Item | undefined)[]> => {
  const found = new Map<string, Item>()
  let wanted = keys.map((key) => marshall(key))
  while (wanted.length > 0) {
    const answer = await table.client.send(
      new BatchGetItemCommand({ RequestItems: { [table.name]: { Keys: wanted, ConsistentRead: true } } }),
    )
    for (const each of answer.Responses?.[table.name] ?? []) {
      const item = unmarshall(each)
      found.set(`${item.pk}\n${item.sk}`, item)
    }
    wanted = answer.UnprocessedKeys?.[table.name]?.Keys ?? []
  }
  return keys.map(({ pk, sk }) => found.get(`${pk}\n${sk}`))
}
