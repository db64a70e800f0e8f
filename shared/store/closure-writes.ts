import { marshall } from '@aws-sdk/util-dynamodb'
import type { OccupancyChange } from '../domain/allocation.ts'
import type { Closure } from '../domain/closure.ts'
import type { SiteId } from '../domain/ids.ts'
import type { Table } from './client.ts'
import { closureKey, type Key, occupancyKey } from './keys.ts'
import { changeCounters } from './occupancy-item.ts'
import type { Write } from './write.ts'

/** Without a condition: what is closed is taken whatever is booked, and what is freed was taken. */
export const occupancyWrites = (table: Table, site: SiteId, changes: readonly OccupancyChange[]): Write[] =>
  changes.map(({ space, date, deltas }) => {
    const {
      ConditionExpression: _,
      ExpressionAttributeValues: values,
      ...update
    } = changeCounters(table, occupancyKey(site, date, space), { deltas, capacity: Number.MAX_SAFE_INTEGER })
    const used = Object.entries(values ?? {}).filter(([name]) => !name.startsWith(':leave'))
    return { Update: { ...update, ExpressionAttributeValues: Object.fromEntries(used) } }
  })

export const isClosing = (table: Table, { site, id }: Closure): Write => ({
  ConditionCheck: {
    TableName: table.name,
    Key: marshall(closureKey(site, id)),
    ConditionExpression: '#state = :closing',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':closing': 'closing' }),
  },
  conflict: 'changed',
})

export const reopening = (table: Table, { site, id }: Closure): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(closureKey(site, id)),
    UpdateExpression: 'SET #state = :reopening',
    ConditionExpression: '#state IN (:closing, :closed)',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({
      ':reopening': 'reopening',
      ':closing': 'closing',
      ':closed': 'closed',
    }),
  },
  conflict: 'changed',
})

export const freeing = (table: Table, key: Key): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(key),
    UpdateExpression: 'SET #state = :freed',
    ConditionExpression: '#state = :closed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({ ':freed': 'freed', ':closed': 'closed' }),
  },
  conflict: 'changed',
})

export const reallocating = (
  table: Table,
  key: Key,
  values: { readonly allocations: unknown; readonly now: unknown },
): Write => ({
  Update: {
    TableName: table.name,
    Key: marshall(key),
    UpdateExpression: 'SET allocations = :now',
    ConditionExpression: '#state = :closed AND allocations = :allocations',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: marshall({
      ':closed': 'closed',
      ':now': values.now,
      ':allocations': values.allocations,
    }),
  },
  conflict: 'changed',
})
