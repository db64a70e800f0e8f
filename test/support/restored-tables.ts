import { isDeepStrictEqual } from 'node:util'
import {
  type AttributeValue,
  BatchWriteItemCommand,
  paginateScan,
  type WriteRequest,
} from '@aws-sdk/client-dynamodb'
import type { Table } from '../../shared/store/client.ts'

type Content = ReadonlyMap<string, Record<string, AttributeValue>>

const MOST_AT_ONCE = 25

const contentOf = async ({ client, name }: Table): Promise<Content> => {
  const content = new Map<string, Record<string, AttributeValue>>()
  for await (const { Items = [] } of paginateScan({ client }, { TableName: name, ConsistentRead: true }))
    for (const item of Items) content.set(`${item.pk?.S} ${item.sk?.S}`, item)
  return content
}

const writesFrom = (now: Content, wanted: Content): WriteRequest[] => [
  ...[...now].flatMap(([key, { pk, sk }]) =>
    wanted.has(key) || !pk || !sk ? [] : [{ DeleteRequest: { Key: { pk, sk } } }],
  ),
  ...[...wanted].flatMap(([key, item]) =>
    isDeepStrictEqual(now.get(key), item) ? [] : [{ PutRequest: { Item: item } }],
  ),
]

const write = async ({ client, name }: Table, all: readonly WriteRequest[]): Promise<void> => {
  for (let at = 0; at < all.length; at += MOST_AT_ONCE)
    await client.send(
      new BatchWriteItemCommand({ RequestItems: { [name]: all.slice(at, at + MOST_AT_ONCE) } }),
    )
}

export const contentsOf = (tables: readonly Table[]): Promise<Content[]> => Promise.all(tables.map(contentOf))

/** Gives tables of a local engine the contents that they had. */
export const restore = async (tables: readonly Table[], wanted: readonly Content[]): Promise<void> => {
  for (const [at, table] of tables.entries())
    await write(table, writesFrom(await contentOf(table), wanted[at] ?? new Map()))
}
