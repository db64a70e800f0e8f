import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Table } from './client.ts'
import type { Key } from './keys.ts'
import { transact } from './transact.ts'

/** What stood in the way when it was written: something is not as it was read, an occupancy is full, a holder is busy. */
export type Conflict = 'changed' | 'taken' | 'holder-busy'

export type Write = TransactWriteItem & { readonly conflict?: Conflict }

/** Answers what stood in the way, or undefined when all was written. */
export const write = async (table: Table, writes: readonly Write[]): Promise<Conflict | undefined> => {
  const failed = await transact(
    table,
    writes.map(({ conflict: _, ...item }) => item),
  )
  if (!failed) return undefined
  const first = writes.find((_, at) => failed[at])?.conflict
  if (!first) throw new Error('a write without a condition was refused')
  return first
}

const putOf = (table: Table, item: Readonly<Record<string, unknown>>) => ({
  TableName: table.name,
  Item: marshall(item, { removeUndefinedValues: true }),
})

export const put = (table: Table, item: Readonly<Record<string, unknown>>): Write => ({
  Put: putOf(table, item),
})

/** On condition that there is none yet. */
export const putNew = (table: Table, item: Readonly<Record<string, unknown>>): Write => ({
  Put: { ...putOf(table, item), ConditionExpression: 'attribute_not_exists(pk)' },
  conflict: 'changed',
})

export const remove = (table: Table, key: Key): Write => ({
  Delete: { TableName: table.name, Key: marshall(key) },
})
