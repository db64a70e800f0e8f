import { QueryCommand, type TransactWriteItem } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Booking, BookingId, HolderId } from '../domain/booking.ts'
import type { DaySheet } from '../domain/day-sheet.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import { bookingItem, bookingOf, requestHashOf } from './booking-item.ts'
import { readItems, type Table } from './client.ts'
import { type Holder, signedInHolder } from './identity-item.ts'
import {
  BY_HOLDER,
  bookingKey,
  daySheetKey,
  type Hash,
  holderKey,
  holderSheetKey,
  hoursKey,
  sessionKey,
  siteKey,
  spaceKey,
} from './keys.ts'
import { freePlaces, sheetOf, takePlaces } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { transact } from './transact.ts'

/*
 | access                          | how                                                          | consistency |
 | all that a booking depends on   | batch get: who is signed in, site, hours, space, sheets, booking | strong  |
 | book                            | transaction: sheet, booking (absent), own day                |             |
 | cancel                          | transaction: booking (confirmed), sheet, own day             |             |
 | a booking                       | get by id                                                    | strong      |
 | a holder's bookings             | query of the index by-holder, latest first                   | eventual    |
*/

export type StoredBooking = { readonly booking: Booking; readonly requestHash: Hash }

/** One round trip; `holder` is who is signed in, if anybody is. */
export type BookingGround = {
  readonly holder?: Holder | undefined
  readonly existing?: StoredBooking | undefined
  readonly site?: Site | undefined
  readonly space?: Space | undefined
  readonly sheet: DaySheet
  readonly holderSheet: DaySheet
}

/** What stood in the way when it was written: the same booking, the space's sheet, the holder's own day. */
export type BookingConflict = 'exists' | 'taken' | 'holder-busy'

export type GroundKeys = {
  readonly id: BookingId
  readonly site: SiteId
  readonly space: SpaceId
  readonly date: LocalDate
  readonly holder: HolderId
  readonly session: Hash
  readonly now: Instant
}

const readGround = async (table: Table, keys: GroundKeys): Promise<BookingGround> => {
  const { id, site, space, date, holder } = keys
  const [session, holderItem, siteItem, hours, spaceItem, sheet, holderSheet, existing] = await readItems(table, [
    sessionKey(holder, keys.session),
    holderKey(holder),
    siteKey(site),
    hoursKey(site),
    spaceKey(site, space),
    daySheetKey(site, date, space),
    holderSheetKey(holder, date),
    bookingKey(id),
  ])
  return {
    holder: signedInHolder(session, holderItem, keys.now),
    existing: existing && { booking: bookingOf(existing), requestHash: requestHashOf(existing) },
    site: siteItem && siteOf(siteItem, hours),
    space: spaceItem && spaceOf(spaceItem),
    sheet: sheetOf(sheet),
    holderSheet: sheetOf(holderSheet),
  }
}

/** The booking is its own idempotency record: put once, on condition that it is absent. */
const bookingWrites = (table: Table, booking: Booking, requestHash: Hash, capacity: number): TransactWriteItem[] => [
  {
    Put: {
      TableName: table.name,
      Item: marshall(bookingItem(booking, requestHash)),
      ConditionExpression: 'attribute_not_exists(pk)',
    },
  },
  {
    Update: takePlaces(
      table,
      daySheetKey(booking.site, booking.date, booking.space),
      booking,
      booking.places,
      capacity,
    ),
  },
  { Update: takePlaces(table, holderSheetKey(booking.holder, booking.date), booking, 1, 1) },
]

const cancellationWrites = (table: Table, booking: Booking): TransactWriteItem[] => [
  {
    Update: {
      TableName: table.name,
      Key: marshall(bookingKey(booking.id)),
      UpdateExpression: 'SET #status = :cancelled',
      ConditionExpression: '#status = :confirmed',
      ExpressionAttributeNames: { '#status': 'status' },
      ExpressionAttributeValues: marshall({ ':cancelled': 'cancelled', ':confirmed': 'confirmed' }),
    },
  },
  { Update: freePlaces(table, daySheetKey(booking.site, booking.date, booking.space), booking, booking.places) },
  { Update: freePlaces(table, holderSheetKey(booking.holder, booking.date), booking, 1) },
]

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) => ({
  readGround: (keys: GroundKeys): Promise<BookingGround> => readGround(table, keys),

  /** Answers undefined when booked; throws ContentionError when nothing was decided. */
  addBooking: async (booking: Booking, requestHash: Hash, capacity: number): Promise<BookingConflict | undefined> => {
    const failed = await transact(table, bookingWrites(table, booking, requestHash, capacity))
    if (!failed) return undefined
    const [exists, taken] = failed
    return exists ? 'exists' : taken ? 'taken' : 'holder-busy'
  },

  /** Frees exactly what was taken, once: a booking that is cancelled already is left as it is. */
  cancelBooking: async (booking: Booking): Promise<void> => {
    await transact(table, cancellationWrites(table, booking))
  },

  findBooking: async (id: BookingId): Promise<Booking | undefined> => {
    const [item] = await readItems(table, [bookingKey(id)])
    return item && bookingOf(item)
  },

  listBookings: async (holder: HolderId, limit: number): Promise<Booking[]> => {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        IndexName: BY_HOLDER.indexName,
        KeyConditionExpression: '#holder = :holder',
        ExpressionAttributeNames: { '#holder': BY_HOLDER.partitionKey },
        ExpressionAttributeValues: marshall({ ':holder': holder }),
        ScanIndexForward: false,
        Limit: limit,
      }),
    )
    return (page.Items ?? []).map((item) => bookingOf(unmarshall(item)))
  },
})
