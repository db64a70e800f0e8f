import { QueryCommand } from '@aws-sdk/client-dynamodb'
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb'
import type { Booking, BookingId, HolderId, WorkshopId } from '../domain/booking.ts'
import { isStanding } from '../domain/booking-change.ts'
import { type DaySheet, EMPTY_SHEET } from '../domain/day-sheet.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import { bookingIdOf, bookingOf, type Hold, holdOf, requestHashOf } from './booking-item.ts'
import { type Conflict, type StoredChange, write, writesOf } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { type Holder, signedInHolder } from './identity-item.ts'
import {
  BY_HOLDER,
  bookingKey,
  daySheetKey,
  type Hash,
  holderKey,
  holderSheetKey,
  holds,
  hoursKey,
  sessionKey,
  siteBookings,
  siteKey,
  spaceKey,
  workshopKey,
} from './keys.ts'
import { sheetOf } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { type Served, servingOf } from './wait-item.ts'
import { plannedSeatsOf } from './workshop-item.ts'

/*
 | access                          | how                                                                 | consistency |
 | all that a booking depends on   | batch get: who is signed in, site, hours, space, sheets, booking;   | strong      |
 |                                 | another one for the sheets of spaces that share its floor           |             |
 | book                            | transaction: booking (absent), its stand-in, sheets, own day        |             |
 | change, and offer what is freed | transaction: bookings (same revision), stand-ins, sheets, own days, |             |
 |                                 | when to look at them again, waits that are served                   |             |
 | a booking                       | get by id                                                           | strong      |
 | a holder's bookings             | two queries of the index by-holder                                 | eventual    |
 | what is booked at a site        | two queries of its partition by dates, then batch get               | strong      |
 | what is held for a time there   | query of its partition by dates                                     | strong      |
*/

export type StoredBooking = { readonly booking: Booking; readonly requestHash: Hash }

/** One round trip; `holder` is who is signed in, if anybody is. */
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
  /** The workshop whose seats the space is, if it is no room of the site. */
  readonly workshop?: WorkshopId | undefined
  readonly date: LocalDate
  readonly holder: HolderId
  readonly session: Hash
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
  const [session, holderItem, siteItem, hours, spaceItem, sheet, holderSheet, existing] = await readItems(table, [
    sessionKey(holder, keys.session),
    holderKey(holder),
    siteKey(site),
    hoursKey(site),
    keys.workshop ? workshopKey(keys.workshop) : spaceKey(site, keys.space),
    daySheetKey(site, date, keys.space),
    holderSheetKey(holder, date),
    bookingKey(id),
  ])
  const space = spaceItem && (keys.workshop ? plannedSeatsOf(spaceItem) : spaceOf(spaceItem))
  const sheets = space ? await readRelatives(table, keys, space) : new Map<SpaceId, DaySheet>()
  sheets.set(keys.space, sheetOf(sheet))
  return {
    holder: signedInHolder(session, holderItem, keys.now),
    existing: existing && { booking: bookingOf(existing), requestHash: requestHashOf(existing) },
    site: siteItem && siteOf(siteItem, hours),
    space,
    sheetOf: (of) => sheets.get(of) ?? EMPTY_SHEET,
    holderSheet: sheetOf(holderSheet),
  }
}

const MOST_AT_ONCE = 100

type Listing = { readonly from: string; readonly to: string; readonly most: number; readonly forward: boolean }

const queryHolder = async (
  table: Table,
  holder: HolderId,
  { from, to, most, forward }: Listing,
): Promise<Booking[]> => {
  const page = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: BY_HOLDER.indexName,
      KeyConditionExpression: '#holder = :holder AND startsLocal BETWEEN :from AND :to',
      ExpressionAttributeNames: { '#holder': BY_HOLDER.partitionKey },
      ExpressionAttributeValues: marshall({ ':holder': holder, ':from': from, ':to': to }),
      ScanIndexForward: forward,
      Limit: most,
    }),
  )
  return (page.Items ?? []).map((item) => bookingOf(unmarshall(item)))
}

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) => ({
  readGround: (keys: GroundKeys): Promise<BookingGround> => readGround(table, keys),

  /**
   * All of some changes, with what they free held for who waits for it, or nothing. Answers undefined when written;
   * throws ContentionError when nothing was decided.
   */
  change: (
    changes: readonly StoredChange[],
    now: Instant,
    served: readonly Served[] = [],
  ): Promise<Conflict | undefined> =>
    write(table, [...writesOf(table, changes, now), ...served.flatMap((each) => servingOf(table, each))]),

  addBooking: (booking: Booking, requestHash: Hash): Promise<Conflict | undefined> =>
    write(table, writesOf(table, [{ to: booking, requestHash }], booking.createdAt)),

  findBooking: async (id: BookingId): Promise<Booking | undefined> => {
    const [item] = await readItems(table, [bookingKey(id)])
    return item && bookingOf(item)
  },

  /** From a date on, soonest first, then before it, latest first; so many of each at the most. */
  listBookings: async (holder: HolderId, from: LocalDate, most: number): Promise<Booking[]> => {
    const [toCome, past] = await Promise.all([
      queryHolder(table, holder, { from, to: '9999', most, forward: true }),
      queryHolder(table, holder, { from: '0000', to: from, most, forward: false }),
    ])
    return [...toCome, ...past]
  },

  /** The own days of some holders on a date. */
  readOwnSheets: async (holders: readonly HolderId[], date: LocalDate): Promise<Map<HolderId, DaySheet>> => {
    const keys = holders.map((holder) => holderSheetKey(holder, date))
    const items = keys.length > 0 ? await readItems(table, keys) : []
    return new Map(holders.map((holder, at) => [holder, sheetOf(items[at])]))
  },

  /** A holder's bookings of one date. The index lags by some milliseconds: nothing is decided on it. */
  listOwnDay: (holder: HolderId, date: LocalDate): Promise<Booking[]> =>
    queryHolder(table, holder, { from: date, to: `${date}T~`, most: MOST_AT_ONCE, forward: true }),

  /** What holds its places for some time only, from a date to another. */
  listHolds: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Hold[]> =>
    (await queryRange(table, holds(site, from, to), { consistent: true })).map(holdOf),

  /** The standing bookings of a site from a date to another. */
  listSiteBookings: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Booking[]> => {
    const listed = await Promise.all(
      [siteBookings(site, from, to), holds(site, from, to)].map((range) =>
        queryRange(table, range, { consistent: true }),
      ),
    )
    const standIns = listed.flat()
    const ids = standIns.map((item) => bookingIdOf(item))
    const found: Booking[] = []
    for (let at = 0; at < ids.length; at += MOST_AT_ONCE) {
      const items = await readItems(table, ids.slice(at, at + MOST_AT_ONCE).map(bookingKey))
      found.push(...items.filter((item) => item !== undefined).map(bookingOf))
    }
    return found.filter(isStanding)
  },
})
