import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingId, HolderId, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { QUARTERS_A_DAY, quarter } from '../../shared/domain/quarter.ts'
import { bookingItem, siteIndexEntryItem } from '../../shared/store/booking-item.ts'
import type { Item } from '../../shared/store/client.ts'
import { holderOccupancyKey } from '../../shared/store/keys/holder-keys.ts'
import { occupancyKey } from '../../shared/store/keys/site-keys.ts'
import { aBooking, date } from '../support/builders.ts'

/** The space of the invented bookings, and its number of desks. */
export const LOADED_SPACE = { id: 'bureau' as SpaceId, capacity: 10 }

export const FIRST_DATE = date('2026-11-23')
const STARTS = [32, 44, 56].map(quarter)
const LENGTH = 12
const DATES = 20
const BOOKINGS_A_HOLDER = 8

export const lastDateOf = (bookings: number) =>
  addDays(FIRST_DATE, Math.max(DATES, Math.ceil(bookings / (STARTS.length * LOADED_SPACE.capacity))) - 1)

/** One place for three hours, on dates in turn, so that eight bookings in a row can have one holder. */
const inventedBooking = (site: SiteId, at: number, dates: number): Booking => {
  const start = STARTS[Math.floor(at / dates) % STARTS.length] ?? quarter(0)
  const end = quarter(start + LENGTH)
  const day = addDays(FIRST_DATE, at % dates)
  const { id: space, capacity } = LOADED_SPACE
  return aBooking({
    id: idOf('booking', site, String(at)) as BookingId,
    holder: idOf('holder', site, String(Math.floor(at / BOOKINGS_A_HOLDER))) as HolderId,
    site,
    space,
    date: day,
    start,
    end,
    allocations: [{ space, date: day, start, end, places: 1, capacity }],
  })
}

const counters = (taken: readonly Booking[]): Record<string, number> => {
  const sums: Record<string, number> = { changes: taken.length }
  for (const { start, end } of taken) {
    for (let at: number = start; at < end && at < QUARTERS_A_DAY; at++)
      sums[`q${at}`] = (sums[`q${at}`] ?? 0) + 1
  }
  return sums
}

/** All items of a site's bookings: bookings, site index entries, own days and occupancies. */
export function* itemsOfBookings(site: SiteId, bookings: number): Generator<Item> {
  const dates = Math.max(DATES, Math.ceil(bookings / (STARTS.length * LOADED_SPACE.capacity)))
  const all = Array.from({ length: bookings }, (_, at) => inventedBooking(site, at, dates))
  for (const booking of all) {
    yield bookingItem(booking, hashOf('request', booking.id))
    yield siteIndexEntryItem(booking)
    yield { ...holderOccupancyKey(booking.holder, booking.date), ...counters([booking]) }
  }
  for (const [day, taken] of Map.groupBy(all, (booking) => booking.date)) {
    yield { ...occupancyKey(site, day, LOADED_SPACE.id), ...counters(taken) }
  }
}
