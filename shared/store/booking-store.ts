import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Booking, BookingId, HolderId } from '../domain/booking.ts'
import { type DaySheet, EMPTY_SHEET } from '../domain/day-sheet.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import { bookingIdOf, bookingOf, requestHashOf } from './booking-item.ts'
import { additionOf, type BookingConflict, cancellationOf, moveOf, write } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { type Holder, holderOf, signedInHolder } from './identity-item.ts'
import {
  BY_HOLDER,
  bookingKey,
  daySheetKey,
  type Hash,
  holderKey,
  holderSheetKey,
  hoursKey,
  sessionKey,
  siteBookings,
  siteKey,
  spaceKey,
} from './keys.ts'
import { sheetOf } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'

/*
 | access                          | how                                                                 | consistency |
 | all that a booking depends on   | batch get: who is signed in, site, hours, space, sheets, booking;   | strong      |
 |                                 | another one for the sheets of spaces that share its floor           |             |
 | book                            | transaction: booking (absent), its stand-in, sheets, own day        |             |
 | move                            | transaction: booking (same revision), stand-in, sheets, own days    |             |
 | cancel                          | transaction: booking (same revision), stand-in, sheets, own day     |             |
 | a booking                       | get by id                                                           | strong      |
 | a holder's bookings             | two queries of the index by-holder                                 | eventual    |
 | what is booked at a site        | query of its partition by dates, then batch get                     | strong      |
*/

export type StoredBooking = { readonly booking: Booking; readonly requestHash: Hash }

/** One round trip; `holder` is who is signed in, if anybody is, or who it is booked for in their absence. */
export type BookingGround = {
  readonly holder?: Holder | undefined
  readonly existing?: StoredBooking | undefined
  readonly site?: Site | undefined
  readonly space?: Space | undefined
  readonly sheetOf: (space: SpaceId) => DaySheet
  readonly holderSheet: DaySheet
}

export type GroundKeys = {
  readonly id: BookingId
  readonly site: SiteId
  readonly space: SpaceId
  readonly date: LocalDate
  readonly holder: HolderId
  /** Undefined in the absence of the holder: what they asked for before is done without a session. */
  readonly session: Hash | undefined
  readonly now: Instant
}

const readRelatives = async (
  table: Table,
  { site, date }: GroundKeys,
  space: Space,
): Promise<Map<SpaceId, DaySheet>> => {
  const ids = space.relatives.map(({ id }) => id)
  const items =
    ids.length > 0
      ? await readItems(
          table,
          ids.map((id) => daySheetKey(site, date, id)),
        )
      : []
  return new Map(ids.map((id, at) => [id, sheetOf(items[at])]))
}

const readGround = async (table: Table, keys: GroundKeys): Promise<BookingGround> => {
  const { id, site, date, holder } = keys
  const [holderItem, siteItem, hours, spaceItem, sheet, holderSheet, existing, session] = await readItems(table, [
    holderKey(holder),
    siteKey(site),
    hoursKey(site),
    spaceKey(site, keys.space),
    daySheetKey(site, date, keys.space),
    holderSheetKey(holder, date),
    bookingKey(id),
    ...(keys.session === undefined ? [] : [sessionKey(holder, keys.session)]),
  ])
  const space = spaceItem && spaceOf(spaceItem)
  const sheets = space ? await readRelatives(table, keys, space) : new Map<SpaceId, DaySheet>()
  sheets.set(keys.space, sheetOf(sheet))
  return {
    holder:
      keys.session === undefined ? holderItem && holderOf(holderItem) : signedInHolder(session, holderItem, keys.now),
    existing: existing && { booking: bookingOf(existing), requestHash: requestHashOf(existing) },
    site: siteItem && siteOf(siteItem, hours),
    space,
    sheetOf: (of) => sheets.get(of) ?? EMPTY_SHEET,
    holderSheet: sheetOf(holderSheet),
  }
}

const MOST_AT_ONCE = 100

type Listing = { readonly when: string; readonly from: LocalDate; readonly most: number; readonly forward: boolean }

const queryHolder = async (
  table: Table,
  holder: HolderId,
  { when, from, most, forward }: Listing,
): Promise<Booking[]> => {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: BY_HOLDER.indexName,
      KeyConditionExpression: `#holder = :holder AND ${when}`,
      ExpressionAttributeNames: { '#holder': BY_HOLDER.partitionKey },
      ExpressionAttributeValues: marshall({ ':holder': holder, ':from': from }),
      ScanIndexForward: forward,
      Limit: most,
    }),
  )
  return (page.Items ?? []).map((item) => bookingOf(unmarshall(item)))
}

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) => ({
  readGround: (keys: GroundKeys): Promise<BookingGround> => readGround(table, keys),

  /** Answers undefined when booked; throws ContentionError when nothing was decided. */
  addBooking: (booking: Booking, requestHash: Hash): Promise<BookingConflict | undefined> =>
    write(table, additionOf(table, booking, requestHash)),

  /** Wholly from the one place to the other, or not at all. */
  moveBooking: (from: Booking, to: Booking): Promise<BookingConflict | undefined> =>
    write(table, moveOf(table, from, to)),

  /** Frees exactly what was taken, once. */
  cancelBooking: (booking: Booking): Promise<BookingConflict | undefined> =>
    write(table, cancellationOf(table, booking)),

  findBooking: async (id: BookingId): Promise<Booking | undefined> => {
    const [item] = await readItems(table, [bookingKey(id)])
    return item && bookingOf(item)
  },

  /** From a date on, soonest first, then before it, latest first; so many of each at the most. */
  listBookings: async (holder: HolderId, from: LocalDate, most: number): Promise<Booking[]> => {
    const [toCome, past] = await Promise.all([
      queryHolder(table, holder, { when: 'startsLocal >= :from', from, most, forward: true }),
      queryHolder(table, holder, { when: 'startsLocal < :from', from, most, forward: false }),
    ])
    return [...toCome, ...past]
  },

  /** The bookings of a site from a date to another, cancelled ones left out. */
  listSiteBookings: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Booking[]> => {
    const standIns = await queryRange(table, siteBookings(site, from, to), { consistent: true })
    const ids = standIns.map((item) => bookingIdOf(item))
    const found: Booking[] = []
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
      const items = await readItems(table, ids.slice(at, at + MOST_AT_ONCE).map(bookingKey))
      found.push(...items.filter((item) => item !== undefined).map(bookingOf))
    }
    return found.filter(({ status }) => status === 'confirmed')
  },
})
