import type { Booking } from '../domain/booking.ts'
import type { BookingChange } from '../domain/booking-change.ts'
import { isActive } from '../domain/booking-state.ts'
import type { Holder } from '../domain/holder.ts'
import type { BookingId, Hash, HolderId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Occupancy } from '../domain/occupancy.ts'
import {
  type BookingFacts,
  type BookingFactsKeys,
  type HolderAtSite,
  readBookingFacts,
  readMembers,
} from './booking-facts.ts'
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
import { bookingKey, holderOccupancyKey, holds, siteBookings } from './keys.ts'
import { occupancyOf } from './occupancy-item.ts'
import { personWrites } from './person-store.ts'
import { bookingsOfHolder } from './privacy-keys.ts'
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

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) => ({
  readBookingFacts: (keys: BookingFactsKeys): Promise<BookingFacts> => readBookingFacts(table, keys),

  /**
   * All of some changes, with what they free held for who waits for it, or nothing. Answers undefined when written;
   * throws ContentionError when nothing was decided.
   */
  change: async (
    changes: readonly StoredChange[],
    now: Instant,
    fulfilments: Fulfilments = { waitlists: [], served: [] },
  ): Promise<Conflict | undefined> =>
    write(table, [...fulfilmentWrites(table, fulfilments), ...(await writesOf(table, changes, now))]),

  /** `usage`: what fair use was judged on; `authorship`: who books it; `person` is made with it: whom an agent acts for. */
  addBooking: async (
    booking: Booking,
    requestHash: Hash,
    { person, ...judged }: Addition = {},
  ): Promise<Conflict | undefined> =>
    write(table, [
      ...(await writesOf(table, [{ to: booking, requestHash, ...judged }], booking.createdAt)),
      ...(person ? personWrites(table, booking.site, person) : []),
    ]),

  findBooking: async (id: BookingId): Promise<Booking | undefined> => {
    const [item] = await readItems(table, [bookingKey(id)])
    return item && bookingOf(item)
  },

  /** From a date on, soonest first, then before it, latest first; so many of each at the most. */
  listBookings: async (holder: HolderId, from: LocalDate, most: number): Promise<Booking[]> => {
    const [toCome, past] = await Promise.all([
      bookingsOf(table, holder, { from, to: '9999', most, forward: true }),
      bookingsOf(table, holder, { from: '0000', to: from, most, forward: false }),
    ])
    return [...toCome, ...past]
  },

  /** All that a holder ever booked. */
  listAll: (holder: HolderId): Promise<Booking[]> => bookingsOf(table, holder, bookingsOfHolder),

  /** The own days of some holders on a date. */
  readHolderOccupancies: async (
    holders: readonly HolderId[],
    date: LocalDate,
  ): Promise<Map<HolderId, Occupancy>> => {
    const keys = holders.map((holder) => holderOccupancyKey(holder, date))
    const items = keys.length > 0 ? await readItems(table, keys) : []
    return new Map(holders.map((holder, at) => [holder, occupancyOf(items[at])]))
  },

  /** The own days of a holder on some dates. */
  readOwnDays: async (holder: HolderId, dates: readonly LocalDate[]): Promise<Map<LocalDate, Occupancy>> => {
    const items = await readItems(
      table,
      dates.map((date) => holderOccupancyKey(holder, date)),
    )
    return new Map(dates.map((date, at) => [date, occupancyOf(items[at])]))
  },

  /** As whom some holders book at a site and, when told, what they have there. */
  readMembers: (
    holders: readonly HolderId[],
    at: { readonly site: SiteId; readonly usages: boolean },
  ): Promise<Map<HolderId, HolderAtSite>> => readMembers(table, holders, at),

  /** A holder's bookings of one date. The index lags by some milliseconds: nothing is decided on it. */
  listOwnDay: (holder: HolderId, date: LocalDate): Promise<Booking[]> =>
    bookingsOf(table, holder, { from: date, to: `${date}T~`, most: MOST_AT_ONCE, forward: true }),

  /** What holds its places for some time only, from a date to another. */
  listHolds: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Hold[]> =>
    (await queryRange(table, holds(site, from, to), { consistent: true })).map(holdOf),

  /** What stands for the active bookings of a site from a date to another: thirty of them cost what one booking does. */
  listSiteIndexEntries: (site: SiteId, dates: Dates): Promise<DatedSiteIndexEntry[]> =>
    siteIndexEntriesOf(table, site, dates),

  /** The active bookings of a site from a date to another. */
  listSiteBookings: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Booking[]> => {
    const items = await readItems(
      table,
      (await siteIndexEntriesOf(table, site, { from, to })).map(({ id }) => bookingKey(id)),
    )
    return items
      .filter((item) => item !== undefined)
      .map(bookingOf)
      .filter(isActive)
  },
})
