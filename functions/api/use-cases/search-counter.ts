import { answersTo, isSearchable } from '../../../shared/domain/booking-search.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays } from '../../../shared/domain/local-date.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { may } from '../../http/access.ts'
import type { FoundBooking } from './find-booking.ts'
import { placesOf } from './read-bookings.ts'

const DAYS_BACK = 7
/** Workshops are planned further ahead than any space is lent. */
const DAYS_AHEAD = 400
const MOST_FOUND = 10

type Search = { readonly site: SiteId; readonly by: Actor }
type Deps = Pick<Dependencies, 'bookings' | 'identities' | 'people' | 'sites' | 'workshops' | 'grants' | 'now'>

export type FoundAtCounter = { readonly found: readonly FoundBooking[]; readonly isAll: boolean }

/** The standing bookings of a site that answer to some words; undefined for who may not act for others there. */
export const searchBookings = async (
  { site, by, q }: Search & { readonly q: string },
  deps: Deps,
): Promise<FoundAtCounter | undefined> => {
  if (!(await may(by, 'act-for-others', { site }, deps))) return undefined
  const place = await deps.sites.findPlace(site)
  if (!place) return undefined
  if (!isSearchable(q)) return { found: [], isAll: true }
  const { date: today } = localTimeAt(deps.now(), place.timeZone)
  const bookings = await deps.bookings.listSiteBookings(site, addDays(today, -DAYS_BACK), addDays(today, DAYS_AHEAD))
  const holders = await deps.identities.findHolders([...new Set(bookings.map(({ holder }) => holder))])
  const holderOf = (id: Holder['id']): Holder => holders.get(id) ?? { id }
  const found = bookings
    .filter(({ id, holder }) => answersTo(q, { ...holderOf(holder), id }))
    .sort((one, other) => one.date.localeCompare(other.date) || one.start - other.start)
  const shown = await placesOf(found.slice(0, MOST_FOUND), deps)
  return {
    found: shown.map((placed) => ({ ...placed, holder: holderOf(placed.booking.holder) })),
    isAll: found.length <= MOST_FOUND,
  }
}

/** Who gave a phone at a site before; undefined for who may not act for others there. */
export const searchPeople = async (
  { site, by, phone }: Search & { readonly phone: string },
  deps: Deps,
): Promise<Holder[] | undefined> =>
  (await may(by, 'act-for-others', { site }, deps)) ? deps.people.listKnown(site, phone) : undefined
