import { DeleteItemCommand, PutItemCommand, ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import type { AuditEntry } from '../domain/audit-entry.ts'
import type { Booking } from '../domain/booking.ts'
import type { HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Series } from '../domain/series.ts'
import { endOf } from '../domain/session.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import type { Workshop } from '../domain/workshop.ts'
import { auditEntryOfItem } from './audit-entry-item.ts'
import { bookingOf } from './booking-item.ts'
import { type Call, callOf } from './call-item.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { dropAll } from './drop-all.ts'
import { sessionOf } from './identity-item.ts'
import { EXPIRY, type Key } from './keys.ts'
import { checkpointKey, holderItems } from './privacy-keys.ts'
import { seriesOf } from './series-item.ts'
import { waitlistEntryOf } from './waitlist-item.ts'
import { workshopOf } from './workshop-item.ts'

/*
 | access             | how                                                        | consistency |
 | all that is kept   | scan, so many items at a time, from where the last one was | eventual    |
 | how far it was     | get, put, delete                                           | strong      |
 | what is a holder's | query of their partition                                   | strong      |
 | what goes          | deletes, 100 at once                                       |             |
*/

/** What the purge looks at; what it leaves alone has no kind. */
export type Retained =
  | { readonly kind: 'booking'; readonly booking: Booking }
  | { readonly kind: 'audit-entry'; readonly auditEntry: AuditEntry }
  | { readonly kind: 'wait'; readonly wait: WaitlistEntry }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'workshop'; readonly workshop: Workshop }
  /** `stays`: an association, which is nobody, or somebody who must not come back. */
  | { readonly kind: 'holder'; readonly holder: HolderId; readonly stays: boolean }
  | { readonly kind: 'own-day'; readonly date: LocalDate }
  | { readonly kind: 'session'; readonly expiresAt: Instant }

export type RetainedItem = {
  readonly key: Key
  readonly expiresAt?: Instant | undefined
  readonly kept?: Retained | undefined
}

export type ScannedPage = { readonly items: readonly RetainedItem[]; readonly next?: Key | undefined }

const KeyItem = z.object({ pk: z.string(), sk: z.string(), [EXPIRY]: z.number().optional() })

const staysOf = (item: Item): boolean => item.kind === 'association' || item.disabledAt !== undefined

const keptOf = (item: Item, { pk, sk }: Key): Retained | undefined => {
  const [partition] = pk.split('#')
  const [sort, second = ''] = sk.split('#')
  if (sort === 'AUDIT') return { kind: 'audit-entry', auditEntry: auditEntryOfItem(item) }
  if (sort === 'BOOKING' && partition === 'BOOKING') return { kind: 'booking', booking: bookingOf(item) }
  if (sort === 'WAIT' && partition === 'WAIT') return { kind: 'wait', wait: waitlistEntryOf(item) }
  if (sort === 'CALL' || sort === 'CALLED') return { kind: 'call', call: callOf(item) }
  if (sort === 'SERIES') return { kind: 'series', series: seriesOf(item) }
  if (sort === 'WORKSHOP') return { kind: 'workshop', workshop: workshopOf(item) }
  if (partition !== 'HOLDER') return undefined
  if (sort === 'HOLDER')
    return { kind: 'holder', holder: pk.slice('HOLDER#'.length) as HolderId, stays: staysOf(item) }
  if (sort === 'DAY') return { kind: 'own-day', date: second as LocalDate }
  return sort === 'SESSION' ? { kind: 'session', expiresAt: endOf(sessionOf(item)) } : undefined
}

const keptItemOf = (item: Item): RetainedItem => {
  const { pk, sk, [EXPIRY]: seconds } = KeyItem.parse(item)
  const key = { pk, sk }
  const expiresAt = seconds === undefined ? undefined : ((seconds * 1000) as Instant)
  return { key, expiresAt, kept: keptOf(item, key) }
}

export type PurgeStore = ReturnType<typeof purgeStore>

export const purgeStore = (table: Table) => ({
  scanPage: async (after: Key | undefined, most: number): Promise<ScannedPage> => {
    const page = await table.client.send(
      new ScanCommand({
        TableName: table.name,
        Limit: most,
        ...(after && { ExclusiveStartKey: marshall(after) }),
      }),
    )
    const next = page.LastEvaluatedKey && (unmarshall(page.LastEvaluatedKey) as Key)
    return { items: (page.Items ?? []).map((item) => keptItemOf(unmarshall(item))), next }
  },

  listOfHolder: async (holder: HolderId): Promise<RetainedItem[]> =>
    (await queryRange(table, holderItems(holder), { consistent: true })).map(keptItemOf),

  findCheckpoint: async (): Promise<Key | undefined> => {
    const [item] = await readItems(table, [checkpointKey])
    return item && z.object({ next: z.object({ pk: z.string(), sk: z.string() }) }).parse(item).next
  },

  keepCheckpoint: async (next: Key | undefined): Promise<void> => {
    const TableName = table.name
    await (next
      ? table.client.send(new PutItemCommand({ TableName, Item: marshall({ ...checkpointKey, next }) }))
      : table.client.send(new DeleteItemCommand({ TableName, Key: marshall(checkpointKey) })))
  },

  drop: (keys: readonly Key[]): Promise<void> => dropAll(table, keys),
})
