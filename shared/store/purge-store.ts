import { ScanCommand } from '@aws-sdk/client-dynamodb'
import { marshall } from '@aws-sdk/util-dynamodb'
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
import { type Item, pageOf, queryRange, readItems, type Table } from './client.ts'
import { dropAll } from './drop-all.ts'
import { queryHolder } from './holder-index.ts'
import { sessionOf } from './identity-item.ts'
import { callsOfHolder, dateOfCall, isOpenCallKey } from './keys/call-keys.ts'
import { checkpointKey } from './keys/erasure-keys.ts'
import { holderInKey, holderItems } from './keys/holder-keys.ts'
import { BY_HOLDER, EXPIRY, type Key, keyOf } from './keys/key.ts'
import { retainedKindOf } from './keys/retained-keys.ts'
import { dateInKey } from './keys/site-keys.ts'
import { seriesOf } from './series-item.ts'
import { putItem, removeItem } from './single-item.ts'
import { storeOf } from './store-of.ts'
import { waitlistEntryOf } from './waitlist-item.ts'
import { workshopOf } from './workshop-item.ts'

/*
 | access          | how                                    | read     |
 | all items       | scan, page by page from the checkpoint | eventual |
 | the checkpoint  | get, put, delete                       | strong   |
 | all of a holder | query of their partition               | strong   |
 | whom to call    | query of the index by-holder           | eventual |
 | delete items    | deletes, 100 at once                   |          |
*/

export type Retained =
  | { readonly kind: 'booking'; readonly booking: Booking }
  | { readonly kind: 'audit-entry'; readonly auditEntry: AuditEntry }
  | { readonly kind: 'wait'; readonly wait: WaitlistEntry }
  | { readonly kind: 'call'; readonly call: Call }
  | { readonly kind: 'series'; readonly series: Series }
  | { readonly kind: 'workshop'; readonly workshop: Workshop }
  /** `stays` for an association, and for a disabled account, which must not come back. */
  | { readonly kind: 'holder'; readonly holder: HolderId; readonly stays: boolean }
  | { readonly kind: 'own-day'; readonly date: LocalDate }
  | { readonly kind: 'session'; readonly expiresAt: Instant }

export type RetainedItem = {
  readonly key: Key
  readonly expiresAt?: Instant | undefined
  readonly kept?: Retained | undefined
}

type ScannedPage = { readonly items: readonly RetainedItem[]; readonly next?: Key | undefined }

const KeyItem = z.object({ pk: z.string(), sk: z.string(), [EXPIRY]: z.number().optional() })

const staysOf = (item: Item): boolean => item.kind === 'association' || item.disabledAt !== undefined

const keptOf = (item: Item, key: Key): Retained | undefined => {
  const kind = retainedKindOf(key)
  switch (kind) {
    case 'audit-entry':
      return { kind, auditEntry: auditEntryOfItem(item) }
    case 'booking':
      return { kind, booking: bookingOf(item) }
    case 'wait':
      return { kind, wait: waitlistEntryOf(item) }
    case 'call':
      return { kind, call: callOf(item) }
    case 'series':
      return { kind, series: seriesOf(item) }
    case 'workshop':
      return { kind, workshop: workshopOf(item) }
    case 'holder':
      return { kind, holder: holderInKey(key), stays: staysOf(item) }
    case 'own-day':
      return { kind, date: dateInKey(key) }
    case 'session':
      return { kind, expiresAt: endOf(sessionOf(item)) }
    case undefined:
      return undefined
  }
}

const keptItemOf = (item: Item): RetainedItem => {
  const { pk, sk, [EXPIRY]: seconds } = KeyItem.parse(item)
  const key = { pk, sk }
  const expiresAt = seconds === undefined ? undefined : ((seconds * 1000) as Instant)
  return { key, expiresAt, kept: keptOf(item, key) }
}

const scanPage = async (table: Table, after: Key | undefined, most: number): Promise<ScannedPage> => {
  const { items, next } = pageOf(
    await table.client.send(
      new ScanCommand({
        TableName: table.name,
        Limit: most,
        ...(after && { ExclusiveStartKey: marshall(after) }),
      }),
    ),
  )
  return { items: items.map(keptItemOf), next }
}

const listOfHolder = async (table: Table, holder: HolderId): Promise<RetainedItem[]> =>
  (await queryRange(table, holderItems(holder), { consistent: true })).map(keptItemOf)

/** The dates of the open calls to a holder. */
const listDatesToCall = async (table: Table, holder: HolderId): Promise<LocalDate[]> =>
  (await queryHolder(table, holder, callsOfHolder))
    .filter((item) => isOpenCallKey(keyOf(item)))
    .map((item) => dateOfCall(item[BY_HOLDER.sortKey]))

const findCheckpoint = async (table: Table): Promise<Key | undefined> => {
  const [item] = await readItems(table, [checkpointKey])
  return item && z.object({ next: z.object({ pk: z.string(), sk: z.string() }) }).parse(item).next
}

const keepCheckpoint = async (table: Table, next: Key | undefined): Promise<void> => {
  await (next ? putItem(table, { ...checkpointKey, next }) : removeItem(table, checkpointKey))
}

const drop = (table: Table, keys: readonly Key[]): Promise<void> => dropAll(table, keys)

export type PurgeStore = ReturnType<typeof purgeStore>

export const purgeStore = (table: Table) =>
  storeOf(table, { scanPage, listOfHolder, listDatesToCall, findCheckpoint, keepCheckpoint, drop })
