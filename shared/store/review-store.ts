import { randomUUID } from 'node:crypto'
import * as z from 'zod'
import type { SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { queryRange, type Table } from './client.ts'
import { when } from './expression.ts'
import { type Key, keyOf } from './keys/key.ts'
import { AT_ONCE, reviewKey, reviewsUntil, siteInReview } from './keys/review-keys.ts'
import { putItem, removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { put, type Write } from './write.ts'

/*
 | access                        | how                                              | read   |
 | a site has to be reviewed     | put, mostly in the transaction that makes it due |        |
 | the reviews that are due      | query of the partition REVIEW by date            | strong |
 | one is done                   | delete, on condition that it is the same         |        |
*/

/** `mark` tells a review from one that became due since. */
export type DueReview = { readonly site: SiteId; readonly key: Key; readonly mark: string }

const MarkItem = z.object({ mark: z.string() })

export const reviewItem = (site: SiteId, from: LocalDate = AT_ONCE) => ({
  ...reviewKey(site, from),
  mark: randomUUID(),
})

/** What is interrupted from here on is finished by the next review. */
export const reviewWrite = (table: Table, site: SiteId): Write => put(table, reviewItem(site))

const reviewFrom = async (table: Table, site: SiteId, from?: LocalDate): Promise<void> => {
  await putItem(table, reviewItem(site, from))
}

const listDue = async (table: Table, date: LocalDate): Promise<DueReview[]> =>
  (await queryRange(table, reviewsUntil(date), { consistent: true })).map((item) => {
    const key = keyOf(item)
    return { site: siteInReview(key), key, mark: MarkItem.parse(item).mark }
  })

const dropDue = async (table: Table, { key, mark }: DueReview): Promise<void> => {
  await removeItem(table, key, when`#mark = ${mark}`)
}

export const reviewStore = (table: Table) => storeOf(table, { reviewFrom, listDue, dropDue })
