import { marshall } from '@aws-sdk/util-dynamodb'
import * as z from 'zod'
import { type BookingId, CHANNELS, type HolderId, type WaitId, type WorkshopId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { quarter } from '../domain/quarter.ts'
import type { SiteId } from '../domain/site.ts'
import { type SpaceId, USES } from '../domain/space.ts'
import { WAIT_STATUSES, type Wait } from '../domain/wait.ts'
import { remove, type Write } from './booking-writes.ts'
import type { Table } from './client.ts'
import { queueKey, waitKey, waitSort } from './keys.ts'

const Quarter = z.int().min(0).max(96).transform(quarter)

const WaitItem = z.object({
  id: z.string().transform((id) => id as WaitId),
  holder: z.string().transform((id) => id as HolderId),
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

export const waitOf = (item: unknown): Wait => WaitItem.parse(item)

export const waitItem = (wait: Wait) => ({ ...waitKey(wait.id), ...wait, startsLocal: waitSort(wait) })

/** The whole wish stands in each queue under another name than the holder's, who is listed once. */
export const queueItem = (wait: Wait, site: SiteId) => ({ ...queueKey(site, wait), wait })

export const queuedOf = (item: unknown): Wait => z.object({ wait: WaitItem }).parse(item).wait

/** A wait that ends with a booking held for it. */
export type Served = { readonly wait: Wait; readonly booking: BookingId }

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
  ...wait.sites.map((site) => remove(table, queueKey(site, wait))),
]

export const servingOf = (table: Table, { wait, booking }: Served): Write[] =>
  endingOf(table, wait, { status: 'offered', booking })
