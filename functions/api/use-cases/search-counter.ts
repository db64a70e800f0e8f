import type { HolderId } from '../../../shared/domain/booking.ts'
import { isStanding } from '../../../shared/domain/booking-change.ts'
import { answersTo, asksPhone, isSearchable } from '../../../shared/domain/booking-search.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import { addDays } from '../../../shared/domain/local-date.ts'
import type { Actor } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { DatedStandIn } from '../../../shared/store/booking-item.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import { may } from '../../http/access.ts'
import type { FoundBooking } from './find-booking.ts'
import { placesOf } from './read-bookings.ts'

const DAYS_BACK = 7
/** Workshops are planned further ahead than any space is lent: who comes to give up a seat is found then too. */
const DAYS_AHEAD = 400
const MOST_FOUND = 10
const HAS_DIGIT = /\d/

type Search = { readonly site: SiteId; readonly by: Actor }
type Deps = Pick<
  Dependencies,
  'bookings' | 'series' | 'identities' | 'people' | 'sites' | 'workshops' | 'grants' | 'now'
>

export type FoundAtCounter = { readonly found: readonly FoundBooking[]; readonly isAll: boolean }

/** Whoever may be meant: all who booked, unless a phone or a reference says it without their names being read. */
const whoIsMeant = async (
  { site, q }: Pick<Search, 'site'> & { readonly q: string },
  standIns: readonly DatedStandIn[],
  deps: Deps,
): Promise<ReadonlyMap<HolderId, Holder>> => {
  const referred = standIns.filter(({ id }) => answersTo(q, { id }))
  if (asksPhone(q) && referred.length === 0) {
    const known = await deps.people.listKnown(site, q)
    // Whom a closure led here is known by phone elsewhere.
    if (known.some(({ id }) => standIns.some(({ holder }) => holder === id)))
      return new Map(known.map((holder) => [holder.id, holder]))
  }
  const whose = HAS_DIGIT.test(q) && referred.length > 0 ? referred : standIns
  return deps.identities.findHolders([...new Set(whose.map(({ holder }) => holder))])
}

/** All on the dates of the first ones: in the order of the hours, the first may be any of their date. */
const firstOf = (matching: readonly DatedStandIn[]): readonly DatedStandIn[] => {
  const sorted = matching.toSorted((one, other) => one.date.localeCompare(other.date))
  const last = sorted[MOST_FOUND - 1]?.date
  return last === undefined ? sorted : sorted.filter(({ date }) => date <= last)
}

/**
 * The standing bookings of a site that answer to some words; undefined for who may not act for others there. Of all
 * dates only what stands for a booking is read, the bookings themselves where they are told.
 */
export const searchBookings = async (
  { site, by, q }: Search & { readonly q: string },
  deps: Deps,
): Promise<FoundAtCounter | undefined> => {
  if (!(await may(by, 'act-for-others', { site }, deps))) return undefined
  const place = await deps.sites.findPlace(site)
  if (!place) return undefined
  if (!isSearchable(q)) return { found: [], isAll: true }
  const { date: today } = localTimeAt(deps.now(), place.timeZone)
  const dates = { from: addDays(today, -DAYS_BACK), to: addDays(today, DAYS_AHEAD) }
  const standIns = await deps.bookings.listStandIns(site, dates)
  const holders = await whoIsMeant({ site, q }, standIns, deps)
  const holderOf = (id: HolderId): Holder => holders.get(id) ?? { id }
  const matching = standIns.filter(({ id, holder }) => answersTo(q, { ...holderOf(holder), id }))
  const bookings = await deps.series.findBookings(firstOf(matching).map(({ id }) => id))
  const standing = bookings
    .filter((each) => each !== undefined)
    .filter(isStanding)
    .sort((one, other) => one.date.localeCompare(other.date) || one.start - other.start)
  const shown = await placesOf(standing.slice(0, MOST_FOUND), deps)
  return {
    found: shown.map((placed) => ({ ...placed, holder: holderOf(placed.booking.holder) })),
    isAll: matching.length <= MOST_FOUND,
  }
}

/** Who gave a phone at a site before; undefined for who may not act for others there. */
export const searchPeople = async (
  { site, by, phone }: Search & { readonly phone: string },
  deps: Deps,
): Promise<Holder[] | undefined> =>
  (await may(by, 'act-for-others', { site }, deps)) ? deps.people.listKnown(site, phone) : undefined
