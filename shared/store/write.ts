import type { TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Item, Table } from './client.ts'
import { KeyRevokedError } from './contention.ts'
import { type Change, type Condition, conditionOf, IS_ABSENT, updateOf } from './expression.ts'
import type { Key } from './keys/key.ts'
import { transact } from './transact.ts'

/** Of one transaction. */
export const MOST_WRITES = 100

/** Why nothing was written: something is not as it was read, an occupancy is full, a holder is busy. */
export type Conflict = 'changed' | 'taken' | 'holder-busy'

/** `conflict` is what the refusal of its condition means. */
export type Write = TransactWriteItem & { readonly conflict?: Conflict | 'key-revoked' }

/** Answers the first conflict, or undefined when all is written; throws when a key was revoked. */
export const write = async (table: Table, writes: readonly Write[]): Promise<Conflict | undefined> => {
  const failed = await transact(
    table,
    writes.map(({ conflict: _, ...item }) => item),
  )
  if (!failed) return undefined
  const [first] = writes
    .filter((_, at) => failed[at])
    .map(({ conflict }) => {
      if (conflict === 'key-revoked') throw new KeyRevokedError('revoked')
      return conflict
    })
  if (!first) throw new Error('a write without a condition was refused')
  return first
}

const CHANGED = { conflict: 'changed' } as const

export const put = (table: Table, item: Item, condition?: Condition): Write => ({
  Put: {
    TableName: table.name,
    Item: marshall(item, { removeUndefinedValues: true }),
    ...(condition && conditionOf(condition)),
  },
  ...(condition && CHANGED),
})

export const putNew = (table: Table, item: Item): Write => put(table, item, IS_ABSENT)

export const remove = (table: Table, key: Key, condition?: Condition): Write => ({
  Delete: { TableName: table.name, Key: marshall(key), ...(condition && conditionOf(condition)) },
  ...(condition && CHANGED),
})

export const update = (table: Table, key: Key, change: Change): Write => ({
  Update: { TableName: table.name, Key: marshall(key), ...updateOf(change) },
  ...(change.when && CHANGED),
})

export const check = (table: Table, key: Key, condition: Condition): Write => ({
  ConditionCheck: { TableName: table.name, Key: marshall(key), ...conditionOf(condition) },
  ...CHANGED,
})
