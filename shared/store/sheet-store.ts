import { ConditionalCheckFailedException, UpdateItemCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { Discrepancy, ReadSheet } from '../domain/audit.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { SiteId } from '../domain/site.ts'
import type { SpaceId } from '../domain/space.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { daySheetKey, daySheets } from './keys.ts'
import { sheetOf } from './sheet-item.ts'

/*
 | access                              | how                                                       | consistency |
 | the sheets of some days of a site   | query of its partition, `DAY#<from>#` to `DAY#<to>#~`     | strong      |
 | mend counters of one sheet          | update, on condition that nothing changed it since        |             |
*/

const SheetItem = z.object({
  sk: z
    .string()
    .regex(/^DAY#[^#]+#[^#]+$/)
    .transform((sk) => sk.split('#') as ['DAY', LocalDate, SpaceId]),
  changes: z.int().min(0).default(0),
})

const readSheetOf = (item: Item): ReadSheet => {
  const { sk, changes } = SheetItem.parse(item)
  return { date: sk[1], space: sk[2], sheet: sheetOf(item), changes }
}

export type SheetStore = ReturnType<typeof sheetStore>

export const sheetStore = (table: Table) => ({
  readSheets: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<ReadSheet[]> =>
    (await queryRange(table, daySheets(site, from, to), { consistent: true })).map(readSheetOf),

  /** Sets counters of one sheet to what they should be; false when it has changed since it was read. */
  mendSheet: async (site: SiteId, [first, ...others]: readonly [Discrepancy, ...Discrepancy[]]): Promise<boolean> => {
    const { date, space, changes } = first
    const all = [first, ...others]
    try {
      await table.client.send(
        new UpdateItemCommand({
          TableName: table.name,
          Key: marshall(daySheetKey(site, date, space)),
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
