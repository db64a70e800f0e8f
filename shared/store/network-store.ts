import { setTimeout as sleep } from 'node:timers/promises'
import { gunzipSync, gzipSync } from 'node:zlib'
import { BatchWriteItemCommand, type WriteRequest } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { CounterHours } from '../domain/counter-hours.ts'
import type { SiteId } from '../domain/ids.ts'
import type { Site } from '../domain/site.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { allFingerprints, fingerprintsKey } from './keys/directory-keys.ts'
import { hoursKey, siteKey } from './keys/site-keys.ts'
import { pageItem } from './page-due.ts'
import { reviewItem } from './review-store.ts'
import { putItem } from './single-item.ts'
import { siteVersionItems, versionKeyLookedAt } from './site-version.ts'
import { storeOf } from './store-of.ts'

/*
 | access                          | how                                                        | read   |
 | fingerprints of the last import | query of the partition FINGERPRINTS, an item a département | strong |
 | write fingerprints              | put                                                        |        |
 | write sites and hours           | batches of 25 puts, unprocessed items again until done;    |        |
 |                                 | of the sites that ever lent, reviews before, versions      |        |
 |                                 | after; which these are is read each time                   | strong |
 | pages to write                  | the same batches, of marks                                 |        |
*/

/** Hashes of the items written for a site; `hours` is absent when its hours are unknown. */
export type Fingerprint = { readonly site: string; readonly hours?: string }
export type Fingerprints = ReadonlyMap<SiteId, Fingerprint>

type NetworkItems = {
  readonly sites: readonly Site[]
  readonly hours: ReadonlyMap<SiteId, CounterHours>
}

const BATCH_WRITE = 25
const AT_ONCE = 4
const LONGEST_WAIT_MS = 2000

const FingerprintRows = z.array(
  z.union([z.tuple([z.string(), z.string()]), z.tuple([z.string(), z.string(), z.string()])]),
)
const FingerprintsItem = z.object({ sk: z.string(), rows: z.instanceof(Uint8Array) })

const fingerprintsOf = (item: Item): [departement: string, Fingerprints] => {
  const { sk, rows } = FingerprintsItem.parse(item)
  const parsed = FingerprintRows.parse(JSON.parse(gunzipSync(rows).toString()))
  return [sk, new Map(parsed.map(([id, site, hours]) => [id as SiteId, { site, ...(hours && { hours }) }]))]
}

const chunks = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))

const forEachOf = async <T>(all: readonly T[], work: (each: T) => Promise<void>): Promise<void> => {
  const left = [...all]
  const lane = async () => {
    for (let each = left.shift(); each !== undefined; each = left.shift()) await work(each)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}

/** A batch answers the requests that the table had no capacity for. */
const writeBatch = async (table: Table, requests: WriteRequest[]): Promise<void> => {
  let left = requests
  for (let tries = 0; left.length > 0; tries++) {
    if (tries > 0) await sleep(Math.random() * Math.min(LONGEST_WAIT_MS, 25 * 2 ** tries))
    const answer = await table.client.send(
      new BatchWriteItemCommand({ RequestItems: { [table.name]: left } }),
    )
    left = answer.UnprocessedItems?.[table.name] ?? []
  }
}

const put = (item: object): WriteRequest => ({
  PutRequest: { Item: marshall(item, { removeUndefinedValues: true }) },
})

const siteRequest = ({ counter: _, ...site }: Site) => put({ ...siteKey(site.id), ...site })

const hoursRequest = ([id, counter]: readonly [SiteId, CounterHours]) =>
  put({ ...hoursKey(id), counter: JSON.stringify(counter) })

const readFingerprints = async (table: Table): Promise<Map<string, Fingerprints>> =>
  new Map((await queryRange(table, allFingerprints, { consistent: true })).map(fingerprintsOf))

const writeFingerprints = async (
  table: Table,
  departement: string,
  fingerprints: Fingerprints,
): Promise<void> => {
  const rows = [...fingerprints].map(([id, { site, hours }]) => (hours ? [id, site, hours] : [id, site]))
  await putItem(table, { ...fingerprintsKey(departement), rows: gzipSync(JSON.stringify(rows)) })
}

/** The sites that have a version, as all do that ever lent: nobody has booked at the others. */
const everLent = async (table: Table, ids: readonly SiteId[]): Promise<SiteId[]> => {
  const versions = await readItems(table, ids.map(versionKeyLookedAt))
  return ids.filter((_, at) => versions[at])
}

const writeAll = (
  table: Table,
  requests: readonly WriteRequest[],
  written: (items: number) => void = () => {},
): Promise<void> =>
  forEachOf(chunks(requests, BATCH_WRITE), async (batch) => {
    await writeBatch(table, batch)
    written(batch.length)
  })

/** `advance` is told the number of items written. */
const writeItems = async (
  table: Table,
  { sites, hours }: NetworkItems,
  advance: (items: number) => void,
): Promise<void> => {
  // Before the hours, so that an interrupted import leaves none without a review.
  await writeAll(
    table,
    (await everLent(table, [...hours.keys()])).map((id) => put(reviewItem(id))),
  )
  await writeAll(table, [...sites.map(siteRequest), ...[...hours].map(hoursRequest)], advance)
  // Afterwards: a new version promises that all of this is there to read.
  const changed = new Set([...sites.map(({ id }) => id), ...hours.keys()])
  await writeAll(
    table,
    (await everLent(table, [...changed])).flatMap((id) => siteVersionItems(id).map(put)),
  )
}

/** Once the directory lists the sites as they are now. */
const pagesDue = (table: Table, sites: Iterable<SiteId>): Promise<void> =>
  writeAll(
    table,
    [...sites].map((id) => put(pageItem(id))),
  )

export type NetworkStore = ReturnType<typeof networkStore>

export const networkStore = (table: Table) =>
  storeOf(table, { readFingerprints, writeFingerprints, writeItems, pagesDue })
