import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import { isActive } from '../domain/booking-state.ts'
import type { Holder } from '../domain/holder.ts'
import type { BookingId, Hash, HolderId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import { readBookingFacts, readMembers } from './booking-facts.ts'
import {
  bookingOf,
  type DatedSiteIndexEntry,
  datedSiteIndexEntryOf,
  type Hold,
  holdOf,
} from './booking-item.ts'
import { type StoredChange, writesOf } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import {
  bookingKey,
  bookingsOfHolder,
  bookingsOfHolderFrom,
  bookingsOfHolderOn,
  bookingsOfHolderUntil,
} from './keys/booking-keys.ts'
import { holderOccupancyKey } from './keys/holder-keys.ts'
import { holds, siteBookings } from './keys/site-keys.ts'
import { occupancyOf } from './occupancy-item.ts'
import { personWrites } from './person-store.ts'
import { storeOf } from './store-of.ts'
import { type Fulfilments, fulfilmentWrites } from './waitlist-writes.ts'
import { type Conflict, write } from './write.ts'

/*
 | access                          | how                                                                                     | consistency |
 | all that a booking depends on   | batch get: who is signed in and as what, site, hours, space,                            | strong      |
 |                                 | occupancies, booking; another one for the occupancies of spaces that share              |             |
 |                                 | its floor, and the person's usage record where fair use is judged                       |             |
 | book                            | transaction: booking (absent), its site index entry, occupancies, own day, usage record |             |
 | change, and offer what is freed | transaction: bookings (same revision), site index entries, occupancies, own days,       |             |
 |                                 | usage records, when to look at them again, waitlist entries that are fulfilled, who is  |             |
 |                                 | to be called; a batch get before it, of whom the changes concern                        |             |
 | as whom holders book at a site  | batch get, and another one for their usage records                                      | strong      |
 | a booking                       | get by id                                                                               | strong      |
 | a holder's bookings             | two queries of the index by-holder                                                      | eventual    |
 | what stands for what is booked  | two queries of its partition by dates                                                   | strong      |
 | at a site; what is booked there | the same, then batch get                                                                | strong      |
 | what is held for a time there   | query of its partition by dates                                                         | strong      |
*/

const MOST_AT_ONCE = 100

const bookingsOf = async (
  table: Table,
  holder: HolderId,
  listing: Parameters<typeof queryHolder>[2],
): Promise<Booking[]> => (await queryHolder(table, holder, listing)).map(bookingOf)

type Dates = { readonly from: LocalDate; readonly to: LocalDate }

/** Each once. */
const siteIndexEntriesOf = async (
  table: Table,
  site: SiteId,
  { from, to }: Dates,
): Promise<DatedSiteIndexEntry[]> => {
  // What is held first: it may be confirmed meanwhile, and is then among the others.
  const held = await queryRange(table, holds(site, from, to), { consistent: true })
  const booked = await queryRange(table, siteBookings(site, from, to), { consistent: true })
  return [...new Map([...held, ...booked].map(datedSiteIndexEntryOf).map((each) => [each.id, each])).values()]
}

/** What is written together with a new booking. */
type Addition = Pick<BookingChange, 'usage' | 'authorship'> & { readonly person?: Holder | undefined }

/**
 * All of some changes, with what they free held for who waits for it, or nothing. Answers undefined when written;
 * throws ContentionError when nothing was decided.
 */
const change = async (
  table: Table,
  changes: readonly StoredChange[],
  now: Instant,
  fulfilments: Fulfilments = { waitlists: [], served: [] },
): Promise<Conflict | undefined> =>
  write(table, [...fulfilmentWrites(table, fulfilments), ...(await writesOf(table, changes, now))])

/** `usage`: what fair use was judged on; `authorship`: who books it; `person` is made with it: whom an agent acts for. */
const addBooking = async (
  table: Table,
  booking: Booking,
  requestHash: Hash,
  { person, ...judged }: Addition = {},
): Promise<Conflict | undefined> =>
  write(table, [
    ...(await writesOf(table, [{ to: booking, requestHash, ...judged }], booking.createdAt)),
    ...(person ? personWrites(table, booking.site, person) : []),
  ])

const findBooking = async (table: Table, id: BookingId): Promise<Booking | undefined> => {
  const [item] = await readItems(table, [bookingKey(id)])
  return item && bookingOf(item)
}

/** From a date on, soonest first, then before it, latest first; so many of each at the most. */
const listBookings = async (
  table: Table,
  holder: HolderId,
  from: LocalDate,
  most: number,
): Promise<Booking[]> => {
  const [toCome, past] = await Promise.all([
    bookingsOf(table, holder, { ...bookingsOfHolderFrom(from), most }),
    bookingsOf(table, holder, { ...bookingsOfHolderUntil(from), most, forward: false }),
  ])
  return [...toCome, ...past]
}

/** All that a holder ever booked. */
const listAll = (table: Table, holder: HolderId): Promise<Booking[]> =>
  bookingsOf(table, holder, bookingsOfHolder)

/** The own days of some holders on a date. */
const readHolderOccupancies = async (
  table: Table,
  holders: readonly HolderId[],
  date: LocalDate,
): Promise<Map<HolderId, Occupancy>> => {
  const keys = holders.map((holder) => holderOccupancyKey(holder, date))
  const items = keys.length > 0 ? await readItems(table, keys) : []
  return new Map(holders.map((holder, at) => [holder, occupancyOf(items[at])]))
}

/** The own days of a holder on some dates. */
const readOwnDays = async (
  table: Table,
  holder: HolderId,
  dates: readonly LocalDate[],
): Promise<Map<LocalDate, Occupancy>> => {
  const items = await readItems(
    table,
    dates.map((date) => holderOccupancyKey(holder, date)),
  )
  return new Map(dates.map((date, at) => [date, occupancyOf(items[at])]))
}

/** A holder's bookings of one date. The index lags by some milliseconds: nothing is decided on it. */
const listOwnDay = (table: Table, holder: HolderId, date: LocalDate): Promise<Booking[]> =>
  bookingsOf(table, holder, { ...bookingsOfHolderOn(date), most: MOST_AT_ONCE })

/** What holds its places for some time only, from a date to another. */
const listHolds = async (table: Table, site: SiteId, from: LocalDate, to: LocalDate): Promise<Hold[]> =>
  (await queryRange(table, holds(site, from, to), { consistent: true })).map(holdOf)

/** What stands for the active bookings of a site from a date to another: thirty of them cost what one booking does. */
const listSiteIndexEntries = (table: Table, site: SiteId, dates: Dates): Promise<DatedSiteIndexEntry[]> =>
  siteIndexEntriesOf(table, site, dates)

/** The active bookings of a site from a date to another. */
const listSiteBookings = async (
  table: Table,
  site: SiteId,
  from: LocalDate,
  to: LocalDate,
): Promise<Booking[]> => {
  const items = await readItems(
    table,
    (await siteIndexEntriesOf(table, site, { from, to })).map(({ id }) => bookingKey(id)),
  )
  return items
    .filter((item) => item !== undefined)
    .map(bookingOf)
    .filter(isActive)
}

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) =>
  storeOf(table, {
    readBookingFacts,
    change,
    addBooking,
    findBooking,
    listBookings,
    listAll,
    readHolderOccupancies,
    readOwnDays,
    readMembers,
    listOwnDay,
    listHolds,
    listSiteIndexEntries,
    listSiteBookings,
  })
