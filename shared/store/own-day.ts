import * as z from 'zod'
import type { HolderId, SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import type { Stay } from '../domain/travel.ts'
import { branded, QuarterItem } from './branded.ts'
import { type Item, readItems, type Table } from './client.ts'
import { holderOccupancyKey } from './keys/holder-keys.ts'
import { occupancyOf } from './occupancy-item.ts'
import { STAY } from './stays.ts'

const StayItem = z.object({ site: branded<SiteId>(), start: QuarterItem, end: QuarterItem })
const OwnDayItem = z.object({ changes: z.int().min(0).default(0) })

/** `changes` counts the writes: a decision on the day as a whole is written only if nothing changed it since. */
export type OwnDay = {
  readonly occupancy: Occupancy
  readonly stays: readonly Stay[]
  readonly changes: number
}

export const ownDayOf = (item: Item | undefined): OwnDay => ({
  occupancy: occupancyOf(item),
  stays: Object.entries(item ?? {}).flatMap(([name, value]) =>
    name.startsWith(STAY) ? [StayItem.parse(value)] : [],
  ),
  changes: OwnDayItem.parse(item ?? {}).changes,
})

export const readOwnDay = async (table: Table, holder: HolderId, date: LocalDate): Promise<OwnDay> =>
  ownDayOf((await readItems(table, [holderOccupancyKey(holder, date)]))[0])
