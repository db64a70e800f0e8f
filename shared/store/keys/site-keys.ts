import type { BookingId, ClosureId, PersonId, SiteId, SpaceId } from '../../domain/ids.ts'
import type { LocalDate } from '../../domain/local-date.ts'
import { beginningWith, type Key, type PartitionRange } from './key.ts'

export const SITES = 'SITE#'
export const sitePartition = (site: SiteId) => `${SITES}${site}`
export const siteInPartition = (pk: string): SiteId => pk.slice(SITES.length) as SiteId
const ofSite = (site: SiteId, sk: string): Key => ({ pk: sitePartition(site), sk })

const SITE = 'SITE'
export const CLOSURES = 'SITE#CLOSURE#'
export const HOLDS = 'SITE-HOLD#'
export const SPACES = 'SPACE#'

export const siteKey = (site: SiteId): Key => ofSite(site, SITE)
export const hoursKey = (site: SiteId): Key => ofSite(site, 'SITE#HOURS')
export const conditionsKey = (site: SiteId): Key => ofSite(site, 'SITE#CONDITIONS')
export const premisesKey = (site: SiteId): Key => ofSite(site, 'SITE#PREMISES')
export const closureKey = (site: SiteId, closure: ClosureId): Key => ofSite(site, `${CLOSURES}${closure}`)
export const spaceKey = (site: SiteId, space: SpaceId): Key => ofSite(site, `${SPACES}${space}`)
/** Says when what bookings depend on has changed; small, since each booking checks a copy. */
export const siteVersionKey = (site: SiteId, copy: number): Key => ofSite(site, `VERSION#${copy}`)
/** One query reads a site with all that it has: these items, its holds too, sort together after every occupancy. */
export const siteItems = (site: SiteId): PartitionRange => ({
  pk: sitePartition(site),
  ...beginningWith(SITE, SPACES),
})

/** A kind of item that a site has by date. */
const datedItems = (prefix: string) => ({
  keyOf: (site: SiteId, date: LocalDate, id: string): Key => ofSite(site, `${prefix}${date}#${id}`),
  between: (site: SiteId, from: LocalDate, to: LocalDate): PartitionRange => ({
    pk: sitePartition(site),
    ...beginningWith(`${prefix}${from}#`, `${prefix}${to}#`),
  }),
})

const days = datedItems('DAY#')
export const occupancyKey = (site: SiteId, date: LocalDate, space: SpaceId): Key =>
  days.keyOf(site, date, space)
export const occupancies = days.between

/** What a closure takes on one date, beside the occupancies that it takes from. */
const closed = datedItems('CLOSED#')
export const closedDayKey = (site: SiteId, date: LocalDate, closure: ClosureId): Key =>
  closed.keyOf(site, date, closure)
export const closedDays = closed.between

/** The site index entry of a confirmed booking: the bookings of some dates are read from these, strongly. */
const booked = datedItems('BOOKING#')
export const siteBookingKey = (site: SiteId, date: LocalDate, id: BookingId): Key =>
  booked.keyOf(site, date, id)
export const siteBookings = booked.between

/** The site index entry of a hold: its expiry is read with the site, since there are few at a time. */
const held = datedItems(HOLDS)
export const holdKey = (site: SiteId, date: LocalDate, id: BookingId): Key => held.keyOf(site, date, id)
export const holds = held.between

/** The date and the id in the sort key of a dated item. */
export const dateInKey = ({ sk }: Key): LocalDate => sk.split('#')[1] as LocalDate
export const spaceInKey = ({ sk }: Key): SpaceId => sk.split('#')[2] as SpaceId

/** The key of a booking, while it is out. */
const KEYS = 'KEY#'
export const keyLoanKey = (site: SiteId, booking: BookingId): Key => ofSite(site, `${KEYS}${booking}`)
export const keyLoans = (site: SiteId): PartitionRange => ({
  pk: sitePartition(site),
  ...beginningWith(KEYS),
})

/** What a person has booked and missed at a site, where fair use is judged. */
export const usageKey = (site: SiteId, person: PersonId): Key => ofSite(site, `USAGE#${person}`)
