import * as z from 'zod'
import type { BookingId, SeriesId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { branded } from './branded.ts'
import { queryRange, type Table } from './client.ts'
import { dueUntil, instantInDueKey } from './keys/booking-keys.ts'
import type { Key } from './keys/key.ts'
import { removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access              | how                                | read   |
 | what is due by now  | query of the partition DUE by time | strong |
 | one is dealt with   | delete                             |        |
*/

const DueItem = z.object({
  pk: z.string(),
  sk: z.string(),
  id: branded<BookingId>().exactOptional(),
  workshop: branded<WorkshopId>().exactOptional(),
  series: branded<SeriesId>().exactOptional(),
  outside: z.object({ site: branded<SiteId>(), space: branded<SpaceId>() }).exactOptional(),
})

/** A booking to look at again, a workshop that opens to all, a series with an interrupted act, a calendar to read. */
export type Due = {
  readonly key: Key
  readonly at: Instant
  readonly booking?: BookingId | undefined
  readonly workshop?: WorkshopId | undefined
  readonly series?: SeriesId | undefined
  readonly outside?: { readonly site: SiteId; readonly space: SpaceId } | undefined
}

const listDue = async (table: Table, now: Instant): Promise<Due[]> =>
  (await queryRange(table, dueUntil(now), { consistent: true })).map((item) => {
    const { pk, sk, id, ...of } = DueItem.parse(item)
    const key = { pk, sk }
    return { ...of, key, at: instantInDueKey(key), booking: id }
  })

const dropDue = async (table: Table, { key }: Due): Promise<void> => {
  await removeItem(table, key)
}

export const dueStore = (table: Table) => storeOf(table, { listDue, dropDue })
