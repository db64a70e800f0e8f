import type { Booking } from '../domain/booking.ts'
import type { Holder } from '../domain/holder.ts'
import { type HolderId, NOBODY, type SiteId, type WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Workshop } from '../domain/workshop.ts'
import {
  bookingOf,
  type DatedSiteIndexEntry,
  datedSiteIndexEntryOf,
  type SiteIndexEntry,
} from './booking-item.ts'
import { type Item, queryRange, readItems, type Table } from './client.ts'
import { holderOf } from './identity-item.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { holderKey } from './keys/holder-keys.ts'
import { holds, siteBookings } from './keys/site-keys.ts'
import { workshopKey } from './keys/workshop-keys.ts'
import { storeOf } from './store-of.ts'
import { workshopOf } from './workshop-item.ts'

/*
 | access                            | how                                         | read     |
 | index entries and holds of a site | two queries of its partition                | strong   |
 | their details                     | batch get: bookings, workshops              | strong   |
 | their holders                     | batch get; a strong one for those not found | eventual |
*/

const LAST_DATE = '9999-12-31' as LocalDate

/** `dated` are on the wanted dates, workshop seats included; `held` are on any date from today on. */
type ListedBookings = {
  readonly dated: readonly DatedSiteIndexEntry[]
  readonly held: readonly DatedSiteIndexEntry[]
}

type DetailedBookings = {
  readonly bookings: readonly Booking[]
  readonly holders: ReadonlyMap<HolderId, Holder>
  readonly workshops: ReadonlyMap<WorkshopId, Workshop>
}

/** A booking with its holder, or somebody to be named alone. */
type ToDetail = Pick<SiteIndexEntry, 'holder'> & Partial<Pick<SiteIndexEntry, 'id' | 'workshop'>>

type Now = { readonly now: Instant }

const present = (items: readonly (Item | undefined)[]): Item[] => items.filter((item) => item !== undefined)

/** Names hardly change: an eventual read costs half, and holders it misses are read again. */
const readHolders = async (table: Table, ids: readonly HolderId[]): Promise<Holder[]> => {
  const keys = ids.filter((id) => id !== NOBODY).map(holderKey)
  const found = await readItems(table, keys, { consistent: false })
  const late = await readItems(
    table,
    keys.filter((_, at) => !found[at]),
  )
  return present([...found, ...late]).map(holderOf)
}

/** One round trip. Expired holds are left out. */
const listBookings = async (
  table: Table,
  site: SiteId,
  {
    today,
    from,
    to,
    now,
  }: { readonly today: LocalDate; readonly from: LocalDate; readonly to: LocalDate } & Now,
): Promise<ListedBookings> => {
  const [heldItems, bookedItems] = await Promise.all([
    queryRange(table, holds(site, today, LAST_DATE), { consistent: true }),
    queryRange(table, siteBookings(site, from, to), { consistent: true }),
  ])
  const held = heldItems.map(datedSiteIndexEntryOf).filter(({ until }) => until !== undefined && until > now)
  return {
    dated: [
      ...bookedItems.map(datedSiteIndexEntryOf),
      ...held.filter(({ date }) => from <= date && date <= to),
    ],
    held,
  }
}

/** One round trip; one more for holders added a moment ago. */
const readDetails = async (table: Table, entries: readonly ToDetail[]): Promise<DetailedBookings> => {
  const ids = [...new Set(entries.flatMap(({ id }) => id ?? []))]
  const whose = new Set(entries.map(({ holder }) => holder))
  const led = [...new Set(entries.flatMap(({ workshop }) => workshop ?? []))]
  const [items, holders] = await Promise.all([
    readItems(table, [...ids.map(bookingKey), ...led.map(workshopKey)]),
    readHolders(table, [...whose]),
  ])
  const workshops = present(items.slice(ids.length)).map(workshopOf)
  return {
    bookings: present(items.slice(0, ids.length)).map(bookingOf),
    holders: new Map(holders.map((holder) => [holder.id, holder])),
    workshops: new Map(workshops.map((workshop) => [workshop.id, workshop])),
  }
}

export const planningStore = (table: Table) => storeOf(table, { listBookings, readDetails })
