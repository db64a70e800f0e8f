import { isPhoneQuery, isSearchable, matchesQuery } from '../../shared/domain/booking-search.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { DatedSiteIndexEntry } from '../../shared/store/booking-item.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import type { FoundBooking } from './find-booking.ts'
import { placesOf } from './read-bookings.ts'
import { scopesServedBy, servedOf } from './served-by-phone.ts'

export const DAYS_BACK = 7
/** Workshops are planned further ahead than spaces are lent, and seats can be given up then too. */
const DAYS_AHEAD = 400
export const MOST_FOUND = 10
const HAS_DIGIT = /\d/

type Search = { readonly site: SiteId; readonly by: Actor }
type Deps = Pick<
  Dependencies,
  'bookings' | 'series' | 'identities' | 'people' | 'lookups' | 'sites' | 'workshops' | 'grants' | 'now'
>

export type FoundAtCounter = { readonly found: readonly FoundBooking[]; readonly isAll: boolean }

/** Phones and references identify people before their names are read. */
const holdersMatching = async (
  { site, q }: Pick<Search, 'site'> & { readonly q: string },
  siteIndexEntries: readonly DatedSiteIndexEntry[],
  deps: Deps,
): Promise<ReadonlyMap<HolderId, Holder>> => {
  const referred = siteIndexEntries.filter(({ id }) => matchesQuery(q, { id }))
  if (isPhoneQuery(q) && referred.length === 0) {
    const known = await deps.people.listKnown(site, q)
    // A person whom a closure moved here has their phone at another site.
    if (known.some(({ id }) => siteIndexEntries.some(({ holder }) => holder === id)))
      return new Map(known.map((holder) => [holder.id, holder]))
  }
  const entries = HAS_DIGIT.test(q) && referred.length > 0 ? referred : siteIndexEntries
  return deps.identities.findHolders([...new Set(entries.map(({ holder }) => holder))])
}

/** All entries of the first dates, since entries of one date come unsorted. */
const firstOf = (matching: readonly DatedSiteIndexEntry[]): readonly DatedSiteIndexEntry[] => {
  const sorted = matching.toSorted((one, other) => one.date.localeCompare(other.date))
  const last = sorted[MOST_FOUND - 1]?.date
  return last === undefined ? sorted : sorted.filter(({ date }) => date <= last)
}

/** Reads only index entries to search; undefined for people who may not act for others there. */
export const searchBookings = async (
  { site, by, q }: Search & { readonly q: string },
  deps: Deps,
): Promise<FoundAtCounter | undefined> => {
  if (!(await may(by, 'act-for-others', { site }, deps))) return undefined
  const location = await deps.sites.findLocation(site)
  if (!location) return undefined
  if (!isSearchable(q)) return { found: [], isAll: true }
  const { date: today } = localTimeAt(deps.now(), location.timeZone)
  const dates = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
  const siteIndexEntries = await deps.bookings.listSiteIndexEntries(site, dates)
  const holders = await holdersMatching({ site, q }, siteIndexEntries, deps)
  const holderOf = (id: HolderId): Holder => holders.get(id) ?? { id }
  const matching = siteIndexEntries.filter(({ id, holder }) => matchesQuery(q, { ...holderOf(holder), id }))
  const bookings = await deps.series.findBookings(firstOf(matching).map(({ id }) => id))
  const active = bookings
    .filter((each) => each !== undefined)
    .filter(isActive)
    .sort((one, other) => one.date.localeCompare(other.date) || one.start - other.start)
  const shown = await placesOf(active.slice(0, MOST_FOUND), deps)
  return {
    found: shown.map((details) => ({ ...details, holder: holderOf(details.booking.holder) })),
    isAll: matching.length <= MOST_FOUND,
  }
}

const listKnownToServe = async (by: Actor, phone: string, deps: Deps): Promise<Holder[]> => {
  const known = await deps.lookups.listKnownAnywhere(phone)
  const served = await servedOf(
    known.flatMap(({ sites }) => sites),
    by,
    deps,
  )
  return known.filter(({ sites }) => sites.some((site) => served.has(site))).map(({ holder }) => holder)
}

/** Also of all sites that `by` serves by telephone; undefined for people who may not act for others there. */
export const searchPeople = async (
  { site, by, phone }: Search & { readonly phone: string },
  deps: Deps,
): Promise<Holder[] | undefined> => {
  if (!(await may(by, 'act-for-others', { site }, deps))) return undefined
  const here = await deps.people.listKnown(site, phone)
  if (!(await scopesServedBy(by, deps))) return here
  const known = [...here, ...(await listKnownToServe(by, phone, deps))]
  return [...new Map(known.map((holder) => [holder.id, holder])).values()]
}
