import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { type BookingId, CHANNELS, type HolderId, type WaitId, type WorkshopId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import { quarter } from '../domain/quarter.ts'
import type { SiteId } from '../domain/site.ts'
import { type SpaceId, USES } from '../domain/space.ts'
import { WAIT_STATUSES, type Wait } from '../domain/wait.ts'
import { put, putNew, remove, stillPlanned, type Write } from './booking-writes.ts'
import { callWritesOfWait } from './call-item.ts'
import type { Table } from './client.ts'
import { EXPIRY, type Hash, type QueueName, queueHeadKey, queueKey, waitKey, waitSlotKey, waitSort } from './keys.ts'

const Quarter = z.int().min(0).max(96).transform(quarter)

const WaitItem = z.object({
  id: z.string().transform((id) => id as WaitId),
  holder: z.string().transform((id) => id as HolderId),
  bookedBy: z
    .string()
    .transform((id) => id as HolderId)
    .exactOptional(),
  slot: z.int().min(0),
  sites: z.array(z.string().transform((id) => id as SiteId)).min(1),
  space: z
    .string()
    .transform((id) => id as SpaceId)
    .exactOptional(),
  workshop: z
    .string()
    .transform((id) => id as WorkshopId)
    .exactOptional(),
  date: z.string().transform((date) => date as LocalDate),
  start: Quarter,
  end: Quarter,
  quarters: z.int().min(1),
  use: z.enum(USES),
  places: z.int().min(1),
  channel: z.enum(CHANNELS),
  askedAt: z.number().transform((at) => at as Instant),
  status: z.enum(WAIT_STATUSES),
  booking: z
    .string()
    .transform((id) => id as BookingId)
    .exactOptional(),
  note: z.string().exactOptional(),
})

const RequestItem = z.object({ requestHash: z.string().transform((hash) => hash as Hash) })

export type StoredWait = { readonly wait: Wait; readonly requestHash: Hash }

export const waitOf = (item: unknown): Wait => WaitItem.parse(item)

export const storedWaitOf = (item: unknown): StoredWait => ({ wait: waitOf(item), ...RequestItem.parse(item) })

const DAYS_KEPT = 30

/** Of a date long past nothing is decided any more: what has waited for it goes. */
const expiryOf = (date: LocalDate) => ({
  [EXPIRY]: Math.floor(Date.parse(`${addDays(date, DAYS_KEPT)}T00:00Z`) / 1000),
})

const waitItem = ({ wait, requestHash }: StoredWait) => ({
  ...waitKey(wait.id),
  ...wait,
  requestHash,
  startsLocal: waitSort(wait),
  ...expiryOf(wait.date),
})

/** The whole wish stands in each queue under another name than the holder's, who is listed once. */
const queueItem = (wait: Wait, site: SiteId) => ({ ...queueKey(site, wait), wait, ...expiryOf(wait.date) })

export const queuedOf = (item: unknown): Wait => z.object({ wait: WaitItem }).parse(item).wait

const SlotItem = z.object({ date: z.string() })

/** A slot is free again once its wait has ended, or its date is past everywhere. */
export const isSlotFree = (item: unknown, pastUntil: LocalDate): boolean =>
  item === undefined || SlotItem.parse(item).date < pastUntil

const slotWrite = (table: Table, { holder, slot, date, id }: Wait, pastUntil: LocalDate): Write => ({
  Put: {
    TableName: table.name,
    Item: marshall({ ...waitSlotKey(holder, slot), date, wait: id, ...expiryOf(date) }),
    ConditionExpression: 'attribute_not_exists(pk) OR #date < :past',
    ExpressionAttributeNames: { '#date': 'date' },
    ExpressionAttributeValues: marshall({ ':past': pastUntil }),
  },
  conflict: 'changed',
})

const headUpdate = (table: Table, name: QueueName) => ({
  TableName: table.name,
  Key: marshall(queueHeadKey(name)),
  UpdateExpression: `SET ${EXPIRY} = :expiry ADD version :one`,
})
const headValues = (date: LocalDate) => ({ ':expiry': expiryOf(date)[EXPIRY], ':one': 1 })

/** A wait joins the queue of each of its sites, at once. */
export const joiningOf = (table: Table, stored: StoredWait, pastUntil: LocalDate): Write[] => {
  const { wait } = stored
  return [
    putNew(table, waitItem(stored)),
    slotWrite(table, wait, pastUntil),
    ...(wait.workshop ? [stillPlanned(table, wait.workshop)] : []),
    ...wait.sites.flatMap((site) => [
      put(table, queueItem(wait, site)),
      {
        Update: {
          ...headUpdate(table, { ...wait, site }),
          ExpressionAttributeValues: marshall(headValues(wait.date)),
        },
      },
    ]),
  ]
}

/** A queue as it was read; `version` is absent when nobody ever waited. */
export type QueueHead = QueueName & { readonly version?: number | undefined }

export const queueHeadOf = ({ site, date, workshop }: QueueName, item: unknown): QueueHead => ({
  site,
  date,
  workshop,
  version: z.object({ version: z.int() }).optional().parse(item)?.version,
})

/**
 * What is freed is decided on the queue as it was read: nobody has joined it meanwhile, and nothing else was freed for
 * it. Where nobody ever waited, those who free do not stand in each other's way.
 */
const headWrite = (table: Table, { version, ...name }: QueueHead): Write =>
  version === undefined
    ? {
        ConditionCheck: {
          TableName: table.name,
          Key: marshall(queueHeadKey(name)),
          ConditionExpression: 'attribute_not_exists(pk)',
        },
        conflict: 'changed',
      }
    : {
        Update: {
          ...headUpdate(table, name),
          ConditionExpression: 'version = :read',
          ExpressionAttributeValues: marshall({ ...headValues(name.date), ':read': version }),
        },
        conflict: 'changed',
      }

/** A wait that ends with a booking held for it. */
export type Served = { readonly wait: Wait; readonly booking: BookingId }

/** The queues that a change was decided on, and whom it serves. */
export type Serving = { readonly queues: readonly QueueHead[]; readonly served: readonly Served[] }

/** A wait ends once: with an offer, given up, or with what it waited for. It leaves every queue in the same transaction. */
export const endingOf = (table: Table, wait: Wait, changes: Pick<Wait, 'status' | 'booking' | 'note'>): Write[] => [
  {
    Update: {
      TableName: table.name,
      Key: marshall(waitKey(wait.id)),
      UpdateExpression: `SET #status = :status${changes.booking ? ', booking = :booking' : ''}${changes.note ? ', note = :note' : ''}`,
      ConditionExpression: '#status = :waiting',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: marshall({
        ':status': changes.status,
        ':waiting': 'waiting',
        ...(changes.booking && { ':booking': changes.booking }),
        ...(changes.note && { ':note': changes.note }),
      }),
    },
    conflict: 'changed',
  },
  remove(table, waitSlotKey(wait.holder, wait.slot)),
  ...wait.sites.map((site) => remove(table, queueKey(site, wait))),
]

/** It ends with what it waited for, which who waits is told. */
export const endedOf = async (table: Table, wait: Wait, note: string | undefined): Promise<Write[]> => [
  ...endingOf(table, wait, { status: 'ended', ...(note !== undefined && { note }) }),
  ...(await callWritesOfWait(table, wait)),
]

/** How many items ending a wait writes. */
export const writesToEnd = ({ sites }: Wait): number => 2 + sites.length

export const servingOf = (table: Table, { queues, served }: Serving): Write[] => [
  ...queues.map((queue) => headWrite(table, queue)),
  ...served.flatMap(({ wait, booking }) => endingOf(table, wait, { status: 'offered', booking })),
]
