import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { SiteId, SpaceId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Discrepancy, ReadOccupancy } from '../domain/reconciliation.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { occupancies, occupancyKey } from './keys.ts'
import { occupancyOf } from './occupancy-item.ts'

/*
 | access                                 | how                                                   | consistency |
 | the occupancies of some days of a site | query of its partition, `DAY#<from>#` to `DAY#<to>#~` | strong      |
 | mend counters of one occupancy         | update, on condition that nothing changed it since    |             |
*/

const OccupancyItem = z.object({
  sk: z
    .string()
    .regex(/^DAY#[^#]+#[^#]+$/)
    .transform((sk) => sk.split('#') as ['DAY', LocalDate, SpaceId]),
  changes: z.int().min(0).default(0),
})

const readOccupancyOf = (item: Item): ReadOccupancy => {
  const { sk, changes } = OccupancyItem.parse(item)
  return { date: sk[1], space: sk[2], occupancy: occupancyOf(item), changes }
}

export type OccupancyStore = ReturnType<typeof occupancyStore>

export const occupancyStore = (table: Table) => ({
  readOccupancies: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<ReadOccupancy[]> =>
    (await queryRange(table, occupancies(site, from, to), { consistent: true })).map(readOccupancyOf),

  /** Sets counters of one occupancy to what they should be; false when it has changed since it was read. */
  mendOccupancy: async (
    site: SiteId,
    [first, ...others]: readonly [Discrepancy, ...Discrepancy[]],
  ): Promise<boolean> => {
    const { date, space, changes } = first
    const all = [first, ...others]
    try {
      await table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: marshall(occupancyKey(site, date, space)),
          UpdateExpression: `SET ${all.map(({ quarter }) => `q${quarter} = :e${quarter}`).join(', ')} ADD changes :one`,
          ConditionExpression: changes === 0 ? 'attribute_not_exists(changes)' : 'changes = :read',
          ExpressionAttributeValues: marshall({
            ':one': 1,
            ...(changes > 0 && { ':read': changes }),
            ...Object.fromEntries(all.map(({ quarter, expected }) => [`:e${quarter}`, expected])),
          }),
        }),
      )
      return true
    } catch (error) {
      if (error instanceof ConditionalCheckFailedException) return false
      throw error
    }
  },
})
