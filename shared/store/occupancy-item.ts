import type { Update } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import type { Occupancy } from '../domain/occupancy.ts'
import type { Item, Table } from './client.ts'
import type { Key } from './keys.ts'

/**
 * An occupancy's counters are the attributes `q0`…`q95`; an absent one counts as free, so an occupancy is never
 * initialised. `changes` counts the acts that it has seen.
 */
export const occupancyOf = (item: Item | undefined): Occupancy => {
  const occupancy: Record<number, number> = {}
  for (const [name, value] of Object.entries(item ?? {})) {
    if (!/^q\d{1,2}$/.test(name)) continue
    if (typeof value !== 'number') throw new TypeError(`${name} of an occupancy is not a number`)
    occupancy[Number(name.slice(1))] = value
  }
  return occupancy
}

/** The gain or loss of some counters of an occupancy that holds at most `capacity`; none is zero. */
export type CounterChange = { readonly deltas: Readonly<Record<number, number>>; readonly capacity: number }

/**
 * Changes counters, on condition that each that gains stays within the capacity: 2 operators a quarter. Losses need no
 * condition: what is freed was taken.
 */
export const changeCounters = (table: Table, key: Key, { deltas, capacity }: CounterChange): Update => {
  const quarters = Object.entries(deltas)
  const sizes = [...new Set(Object.values(deltas))]
  const gains = sizes.filter((delta) => delta > 0)
  if (gains.some((delta) => delta > capacity)) throw new RangeError('more places than the capacity')
  const name = (delta: number) => `${delta < 0 ? 'less' : 'more'}${Math.abs(delta)}`
  const full = quarters.filter(([, delta]) => delta > 0).map(([at, delta]) => `q${at} > :leave${delta}`)
  return {
    TableName: table.name,
    Key: marshall(key),
    UpdateExpression: `ADD changes :one, ${quarters.map(([at, delta]) => `q${at} :${name(delta)}`).join(', ')}`,
    ...(full.length > 0 && { ConditionExpression: `NOT (${full.join(' OR ')})` }),
    ExpressionAttributeValues: marshall({
      ':one': 1,
      ...Object.fromEntries(sizes.map((delta) => [`:${name(delta)}`, delta])),
      ...Object.fromEntries(gains.map((delta) => [`:leave${delta}`, capacity - delta])),
    }),
    ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
  }
}
