import * as z from 'zod'
import type { SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Discrepancy, ReadOccupancy } from '../domain/reconciliation.ts'
import { type Item, queryRange, type Table } from './client.ts'
import { keyOf } from './keys/key.ts'
import { dateInKey, occupancies, occupancyKey, spaceInKey } from './keys/site-keys.ts'
import { isUnchangedSince, occupancyOf } from './occupancy-item.ts'
import { changeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                                 | how                                                | read   |
 | the occupancies of some days of a site | query of its partition by dates                    | strong |
 | mend counters of one occupancy         | update, on condition that nothing changed it since |        |
*/

const OccupancyItem = z.object({
  changes: z.int().min(0).default(0),
})

const readOccupancyOf = (item: Item): ReadOccupancy => {
  const key = keyOf(item)
  const { changes } = OccupancyItem.parse(item)
  return { date: dateInKey(key), space: spaceInKey(key), occupancy: occupancyOf(item), changes }
}

const readOccupancies = async (
  table: Table,
  site: SiteId,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadOccupancy[]> =>
  (await queryRange(table, occupancies(site, from, to), { consistent: true })).map(readOccupancyOf)

/** False when the occupancy has changed since it was read. */
const mendOccupancy = async (
  table: Table,
  site: SiteId,
  [first, ...others]: readonly [Discrepancy, ...Discrepancy[]],
): Promise<boolean> => {
  const { date, space, changes } = first
  const counters = [first, ...others].map(({ quarter, expected }) => [`q${quarter}`, expected])
  const mended = await changeItem(table, occupancyKey(site, date, space), {
    set: Object.fromEntries(counters),
    add: { changes: 1 },
    when: isUnchangedSince(changes),
  })
  return mended !== undefined
}

export type OccupancyStore = ReturnType<typeof occupancyStore>

export const occupancyStore = (table: Table) => storeOf(table, { readOccupancies, mendOccupancy })
