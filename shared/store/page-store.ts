import { gunzipSync, gzipSync } from 'node:zlib'
import * as z from 'zod'
import type { SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { LocalDateItem } from './branded.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { type Key, keyOf } from './keys/key.ts'
import { aboutInPageKey, pageBuildKey, pageLeaseKey, pagesUntil, writtenPagesKey } from './keys/page-keys.ts'
import { departementPagesItem, pageItem } from './page-due.ts'
import { putItem, removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'

/*
 | access                            | how                                                     | read   |
 | a page has to be written          | put, mostly in the transaction that makes it due        |        |
 | the pages that are due            | query of the partition PAGE by instant                    | strong |
 | one is written                    | delete, on condition that it is the same                |        |
 | who writes                        | put of a lease, on condition that the last one is over  |        |
 | which build wrote them            | get, put                                                | strong |
 | what was written of a département | get, put                                                | strong |
*/

/** `mark` tells a page from one that became due since. */
export type DuePages = {
  readonly site?: SiteId
  readonly departement?: string
  readonly key: Key
  readonly mark: string
}

/** `said` is a hash of what the pages of a site say, `on` the date since which they say it. */
export type WrittenPage = { readonly said: string; readonly on: LocalDate; readonly build: string }
type WrittenPages = ReadonlyMap<SiteId, WrittenPage>

const MarkItem = z.object({ mark: z.string() })
const BuildItem = z.object({ build: z.string() })
const WrittenItem = z.object({ rows: z.instanceof(Uint8Array) })
const WrittenRows = z.array(z.tuple([z.string(), z.string(), LocalDateItem, z.string()]))

const listDue = async (table: Table, now: Instant): Promise<DuePages[]> =>
  (await queryRange(table, pagesUntil(now), { consistent: true })).map((item) => {
    const key = keyOf(item)
    return { ...aboutInPageKey(key), key, mark: MarkItem.parse(item).mark }
  })

/** False when it became due again. */
const dropDue = (table: Table, { key, mark }: DuePages): Promise<boolean> =>
  removeItem(table, key, when`#mark = ${mark}`)

const pageFrom = async (table: Table, site: SiteId, from?: Instant): Promise<void> => {
  await putItem(table, pageItem(site, from))
}

const departementDue = async (table: Table, departement: string): Promise<void> => {
  await putItem(table, departementPagesItem(departement))
}

/** False while somebody else writes: of two at once, the one that read earlier might write later. */
const takeLease = (table: Table, now: Instant, until: Instant): Promise<boolean> =>
  putItem(table, { ...pageLeaseKey, until }, when`attribute_not_exists(#until) OR #until <= ${now}`)

const giveLeaseBack = async (table: Table, until: Instant): Promise<void> => {
  await removeItem(table, pageLeaseKey, when`#until = ${until}`)
}

const readBuild = async (table: Table): Promise<string | undefined> => {
  const [item] = await readItems(table, [pageBuildKey])
  return item && BuildItem.parse(item).build
}

const noteBuild = async (table: Table, build: string): Promise<void> => {
  await putItem(table, { ...pageBuildKey, build })
}

const readWritten = async (table: Table, departement: string): Promise<WrittenPages> => {
  const [item] = await readItems(table, [writtenPagesKey(departement)])
  if (!item) return new Map()
  const rows = WrittenRows.parse(JSON.parse(gunzipSync(WrittenItem.parse(item).rows).toString()))
  return new Map(rows.map(([site, said, on, build]) => [site as SiteId, { said, on, build }]))
}

const noteWritten = async (table: Table, departement: string, written: WrittenPages): Promise<void> => {
  const rows = [...written].map(([site, { said, on, build }]) => [site, said, on, build])
  await putItem(table, { ...writtenPagesKey(departement), rows: gzipSync(JSON.stringify(rows)) })
}

export type PageStore = ReturnType<typeof pageStore>

export const pageStore = (table: Table) =>
  storeOf(table, {
    listDue,
    dropDue,
    pageFrom,
    departementDue,
    takeLease,
    giveLeaseBack,
    readBuild,
    noteBuild,
    readWritten,
    noteWritten,
  })
