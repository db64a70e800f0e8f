import type { Booking } from '../domain/booking.ts'
import type { Holder } from '../domain/holder.ts'
import type { BookingId, Hash, HolderId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import type { WaitlistEntry } from '../domain/waitlist.ts'
import type { BookingFactsKeys } from './booking-facts.ts'
import { bookingOf } from './booking-item.ts'
import { type StoredChange, writesOf } from './booking-writes.ts'
import { readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import {
  bookingKey,
  bookingsOfHolder,
  bookingsOfHolderFrom,
  bookingsOfHolderOn,
  bookingsOfHolderUntil,
} from './keys/booking-keys.ts'
import { holderOccupancyKey } from './keys/holder-keys.ts'
import { readMembers } from './members-at-site.ts'
import { occupancyOf } from './occupancy-item.ts'
import { readOwnWaits } from './own-waits.ts'
import { personWrites } from './person-store.ts'
import { recallBookingFacts } from './recalled-facts.ts'
import { listSiteBookings, listSiteIndexEntries } from './site-bookings.ts'
import { siteMemory } from './site-memory.ts'
import { type SiteVersion, siteVersionOf, versionKeyLookedAt } from './site-version.ts'
import { storeOf } from './store-of.ts'
import { type Fulfilments, fulfilmentWrites, waitsEndedBy } from './waitlist-writes.ts'
import { type Conflict, write } from './write.ts'

/*
 | access                          | how                                                         | read     |
 | all that a booking depends on   | batch get, and another for overlapping spaces and usage     | strong   |
 | book                            | transaction: booking (absent), index entry, counters, usage |          |
 | change, and offer what is freed | transaction: the same (same revision), waitlists, calls     |          |
 | what a holder waits for         | query of their tickets, batch get of the entries of a date  | strong   |
 | members of a site, with usage   | batch get, and another for their usage records              | strong   |
 | a booking                       | get by id                                                   | strong   |
 | a holder's bookings             | two queries of the index by-holder                          | eventual |
 | index entries of a site         | two queries of its partition by dates                       | strong   |
 | bookings of a site              | the same, then batch get                                    | strong   |
*/

const MOST_AT_ONCE = 100

const bookingsOf = async (
  table: Table,
  holder: HolderId,
  listing: Parameters<typeof queryHolder>[2],
): Promise<Booking[]> => (await queryHolder(table, holder, listing)).map(bookingOf)

type Addition = Pick<StoredChange, 'usage' | 'authorship' | 'ownDayChanges' | 'siteVersion'> & {
  readonly person?: Holder | undefined
  readonly served?: readonly WaitlistEntry[] | undefined
}

/**
 * Writes all changes and the offers that they make possible, or nothing. Throws ContentionError when the
 * outcome is unknown.
 */
const change = async (
  table: Table,
  changes: readonly StoredChange[],
  now: Instant,
  fulfilments: Fulfilments = { waitlists: [], served: [] },
): Promise<Conflict | undefined> =>
  write(table, [...fulfilmentWrites(table, fulfilments), ...(await writesOf(table, changes, now))])

/**
 * `usage` is the record that fair use was judged on; `person` is a new person, written with the booking; `served`
 * is what the holder waited for and has now.
 */
const addBooking = async (
  table: Table,
  booking: Booking,
  requestHash: Hash,
  { person, served = [], ...judged }: Addition = {},
): Promise<Conflict | undefined> =>
  write(table, [
    ...(await writesOf(table, [{ to: booking, requestHash, ...judged }], booking.createdAt)),
    ...(person ? personWrites(table, booking.site, person) : []),
    ...waitsEndedBy(table, booking, served),
  ])

type Decided = Pick<Booking, 'id' | 'site'> & { readonly siteVersion: SiteVersion | undefined }

/** Whether the booking exists by now, or the site is no longer as it was remembered. */
const hasChangedSince = async (table: Table, { id, site, siteVersion }: Decided): Promise<boolean> => {
  const [existing, version] = await readItems(table, [
    bookingKey(id),
    ...(siteVersion ? [versionKeyLookedAt(site)] : []),
  ])
  return (
    existing !== undefined || (siteVersion && siteVersionOf(version).version !== siteVersion.version) === true
  )
}

const findBooking = async (table: Table, id: BookingId): Promise<Booking | undefined> => {
  const [item] = await readItems(table, [bookingKey(id)])
  return item && bookingOf(item)
}

/** From a date on, soonest first, then before it, latest first; at most `most` of each. */
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

/** All from a date on, cancelled ones too: how many stand is known once they are read. */
const listAllFrom = (table: Table, holder: HolderId, from: LocalDate): Promise<Booking[]> =>
  bookingsOf(table, holder, bookingsOfHolderFrom(from))

const listAll = (table: Table, holder: HolderId): Promise<Booking[]> =>
  bookingsOf(table, holder, bookingsOfHolder)

const readHolderOccupancies = async (
  table: Table,
  holders: readonly HolderId[],
  date: LocalDate,
): Promise<Map<HolderId, Occupancy>> => {
  const keys = holders.map((holder) => holderOccupancyKey(holder, date))
  const items = keys.length > 0 ? await readItems(table, keys) : []
  return new Map(holders.map((holder, at) => [holder, occupancyOf(items[at])]))
}

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

/** The index lags by some milliseconds: nothing is decided on this list. */
const listOwnDay = (table: Table, holder: HolderId, date: LocalDate): Promise<Booking[]> =>
  bookingsOf(table, holder, { ...bookingsOfHolderOn(date), most: MOST_AT_ONCE })

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) => {
  const memory = siteMemory()
  return storeOf(table, {
    readBookingFacts: (on: Table, keys: BookingFactsKeys) => recallBookingFacts(on, keys, memory),
    hasChangedSince,
    change,
    addBooking,
    findBooking,
    listBookings,
    listAllFrom,
    listAll,
    readHolderOccupancies,
    readOwnDays,
    readMembers,
    readOwnWaits,
    listOwnDay,
    listSiteIndexEntries,
    listSiteBookings,
  })
}
