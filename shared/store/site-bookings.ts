import type { Booking } from '../domain/booking.ts'
import { isActive } from '../domain/booking-state.ts'
import type { SiteId } from '../domain/ids.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { bookingOf, type DatedSiteIndexEntry, datedSiteIndexEntryOf } from './booking-item.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { holds, siteBookings } from './keys/site-keys.ts'

type Dates = { readonly from: LocalDate; readonly to: LocalDate }

const siteIndexEntriesOf = async (
  table: Table,
  site: SiteId,
  { from, to }: Dates,
): Promise<DatedSiteIndexEntry[]> => {
  // Holds are read first: one that is confirmed in between is found among the bookings.
  const held = await queryRange(table, holds(site, from, to), { consistent: true })
  const booked = await queryRange(table, siteBookings(site, from, to), { consistent: true })
  return [...new Map([...held, ...booked].map(datedSiteIndexEntryOf).map((each) => [each.id, each])).values()]
}

/** Thirty entries cost as much as one booking. */
export const listSiteIndexEntries = (
  table: Table,
  site: SiteId,
  dates: Dates,
): Promise<DatedSiteIndexEntry[]> => siteIndexEntriesOf(table, site, dates)

export const listSiteBookings = async (
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
