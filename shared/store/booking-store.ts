import type { Booking, BookingId, HolderId } from '../domain/booking.ts'
import { type BookingChange, isStanding } from '../domain/booking-change.ts'
import type { DaySheet } from '../domain/day-sheet.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { SiteId } from '../domain/site.ts'
import { type BookingGround, type GroundKeys, type Member, readGround, readMembers } from './booking-ground.ts'
import { bookingOf, type DatedStandIn, datedStandInOf, type Hold, holdOf } from './booking-item.ts'
import { type Conflict, type StoredChange, write, writesOf } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import type { Holder } from './identity-item.ts'
import { bookingKey, type Hash, holderSheetKey, holds, siteBookings } from './keys.ts'
import { personWrites } from './person-store.ts'
import { bookingsOfHolder } from './privacy-keys.ts'
import { sheetOf } from './sheet-item.ts'
import { type Serving, servingOf } from './wait-item.ts'

/*
 | access                          | how                                                                 | consistency |
 | all that a booking depends on   | batch get: who is signed in and as what, site, hours, space,        | strong      |
 |                                 | sheets, booking; another one for the sheets of spaces that share    |             |
 |                                 | its floor, and the person's tally where fair use is judged          |             |
 | book                            | transaction: booking (absent), its stand-in, sheets, own day, tally |             |
 | change, and offer what is freed | transaction: bookings (same revision), stand-ins, sheets, own days, |             |
 |                                 | tallies, when to look at them again, waits that are served, who is  |             |
 |                                 | to be called; a batch get before it, of whom the changes concern    |             |
 | as whom holders book at a site  | batch get, and another one for their tallies                        | strong      |
 | a booking                       | get by id                                                           | strong      |
 | a holder's bookings             | two queries of the index by-holder                                 | eventual    |
 | what stands for what is booked  | two queries of its partition by dates                               | strong      |
 | at a site; what is booked there | the same, then batch get                                            | strong      |
 | what is held for a time there   | query of its partition by dates                                     | strong      |
*/

const MOST_AT_ONCE = 100

const bookingsOf = async (
  table: Table,
  holder: HolderId,
  listing: Parameters<typeof queryHolder>[2],
): Promise<Booking[]> => (await queryHolder(table, holder, listing)).map(bookingOf)

type Dates = { readonly from: LocalDate; readonly to: LocalDate }

/** Each once. */
const standInsOf = async (table: Table, site: SiteId, { from, to }: Dates): Promise<DatedStandIn[]> => {
  // What is held first: it may be confirmed meanwhile, and is then among the others.
  const held = await queryRange(table, holds(site, from, to), { consistent: true })
  const booked = await queryRange(table, siteBookings(site, from, to), { consistent: true })
  return [...new Map([...held, ...booked].map(datedStandInOf).map((each) => [each.id, each])).values()]
}

/** What is written together with a new booking. */
type Addition = Pick<BookingChange, 'tally' | 'doing'> & { readonly person?: Holder | undefined }

export type BookingStore = ReturnType<typeof bookingStore>

export const bookingStore = (table: Table) => ({
  readGround: (keys: GroundKeys): Promise<BookingGround> => readGround(table, keys),

  /**
   * All of some changes, with what they free held for who waits for it, or nothing. Answers undefined when written;
   * throws ContentionError when nothing was decided.
   */
  change: async (
    changes: readonly StoredChange[],
    now: Instant,
    serving: Serving = { queues: [], served: [] },
  ): Promise<Conflict | undefined> =>
    write(table, [...servingOf(table, serving), ...(await writesOf(table, changes, now))]),

  /** `tally`: what fair use was judged on; `doing`: who books it; `person` is made with it: whom an agent acts for. */
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
  readOwnSheets: async (holders: readonly HolderId[], date: LocalDate): Promise<Map<HolderId, DaySheet>> => {
    const keys = holders.map((holder) => holderSheetKey(holder, date))
    const items = keys.length > 0 ? await readItems(table, keys) : []
    return new Map(holders.map((holder, at) => [holder, sheetOf(items[at])]))
  },

  /** The own days of a holder on some dates. */
  readOwnDays: async (holder: HolderId, dates: readonly LocalDate[]): Promise<Map<LocalDate, DaySheet>> => {
    const items = await readItems(
      table,
      dates.map((date) => holderSheetKey(holder, date)),
    )
    return new Map(dates.map((date, at) => [date, sheetOf(items[at])]))
  },

  /** As whom some holders book at a site and, when told, what they have there. */
  readMembers: (
    holders: readonly HolderId[],
    at: { readonly site: SiteId; readonly tallies: boolean },
  ): Promise<Map<HolderId, Member>> => readMembers(table, holders, at),

  /** A holder's bookings of one date. The index lags by some milliseconds: nothing is decided on it. */
  listOwnDay: (holder: HolderId, date: LocalDate): Promise<Booking[]> =>
    bookingsOf(table, holder, { from: date, to: `${date}T~`, most: MOST_AT_ONCE, forward: true }),

  /** What holds its places for some time only, from a date to another. */
  listHolds: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Hold[]> =>
    (await queryRange(table, holds(site, from, to), { consistent: true })).map(holdOf),

  /** What stands for the standing bookings of a site from a date to another: thirty of them cost what one booking does. */
  listStandIns: (site: SiteId, dates: Dates): Promise<DatedStandIn[]> => standInsOf(table, site, dates),

  /** The standing bookings of a site from a date to another. */
  listSiteBookings: async (site: SiteId, from: LocalDate, to: LocalDate): Promise<Booking[]> => {
    const items = await readItems(
      table,
      (await standInsOf(table, site, { from, to })).map(({ id }) => bookingKey(id)),
    )
    return items
      .filter((item) => item !== undefined)
      .map(bookingOf)
      .filter(isStanding)
  },
})
