import type { Booking } from '../domain/booking.ts'
import type { ConditionsStatus } from '../domain/conditions.ts'
import type { Holder, SignedInHolder } from '../domain/holder.ts'
import type { BookingId, Hash, HolderId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { EMPTY_OCCUPANCY, type Occupancy } from '../domain/occupancy.ts'
import { type Membership, publicOn } from '../domain/public.ts'
import type { Site } from '../domain/site.ts'
import { type Space, spaceFor } from '../domain/space.ts'
import type { UsageRecord } from '../domain/usage.ts'
import { bookingOf, requestHashOf } from './booking-item.ts'
import { type Item, readItems, type Table } from './client.ts'
import { acceptanceOf, conditionsOf } from './conditions-store.ts'
import { holderOf, signedInHolder } from './identity-item.ts'
import { bookingKey } from './keys/booking-keys.ts'
import { acceptanceKey, holderKey, holderOccupancyKey, memberKey, sessionKey } from './keys/holder-keys.ts'
import { conditionsKey, hoursKey, occupancyKey, siteKey, spaceKey, usageKey } from './keys/site-keys.ts'
import { workshopKey } from './keys/workshop-keys.ts'
import { membershipOf } from './member-store.ts'
import { occupancyOf } from './occupancy-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { personOf, usageOf } from './usage-item.ts'
import { plannedSeatsOf } from './workshop-item.ts'

export type StoredBooking = { readonly booking: Booking; readonly requestHash: Hash }

/**
 * Everything a booking is decided on. `holder` is the signed-in person, or the absent person it is booked
 * for; `space` has the limits of the booker's public; `usage` is read only where the space has fair-use
 * rules.
 */
export type BookingFacts = {
  readonly holder?: SignedInHolder | undefined
  readonly association?: Holder | undefined
  readonly existing?: StoredBooking | undefined
  readonly site?: Site | undefined
  readonly space?: Space | undefined
  readonly occupancyOf: (space: SpaceId) => Occupancy
  readonly holderOccupancy: Occupancy
  readonly usage: UsageRecord | undefined
  readonly siteConditions: ConditionsStatus
}

export type BookingFactsKeys = {
  readonly id: BookingId
  readonly site: SiteId
  readonly space: SpaceId
  /** Set when the space is the seats of a workshop. */
  readonly workshop?: WorkshopId | undefined
  readonly date: LocalDate
  readonly holder: HolderId
  /** The association it is booked for. */
  readonly as?: HolderId | undefined
  /** Undefined when the holder is absent: an earlier request of theirs is fulfilled without a session. */
  readonly session: Hash | undefined
  /** A new person, written with the booking. */
  readonly newcomer?: Holder | undefined
  readonly now: Instant
}

export type HolderAtSite = {
  readonly membership?: Membership | undefined
  readonly usage?: UsageRecord | undefined
}

/** Overlapping spaces and usage are known only once the space and the holder are. */
const readMore = async (table: Table, { site, date }: BookingFactsKeys, space?: Space, holder?: Holder) => {
  const ids = space?.overlappingSpaces.map(({ id }) => id) ?? []
  const person = space?.fairUse && holder && personOf(holder)
  const keys = [...ids.map((id) => occupancyKey(site, date, id)), ...(person ? [usageKey(site, person)] : [])]
  const items = keys.length > 0 ? await readItems(table, keys) : []
  return {
    occupancies: new Map(ids.map((id, at) => [id, occupancyOf(items[at])])),
    usage: person && usageOf(items[ids.length], site, person),
  }
}

/**
 * Memberships, with usage records where fair use is judged: one or two round trips for at most 50 holders.
 */
export const readMembers = async (
  table: Table,
  holders: readonly HolderId[],
  { site, usages }: { readonly site: SiteId; readonly usages: boolean },
): Promise<Map<HolderId, HolderAtSite>> => {
  const keys = holders.flatMap((holder) => [memberKey(holder, site), ...(usages ? [holderKey(holder)] : [])])
  const items = keys.length > 0 ? await readItems(table, keys) : []
  const each = usages ? 2 : 1
  const persons = holders.map((_, at) => (usages ? personOf(holderOf(items[at * each + 1])) : undefined))
  const known = [...new Set(persons.filter((person) => person !== undefined))]
  const usageItems =
    known.length > 0
      ? await readItems(
          table,
          known.map((person) => usageKey(site, person)),
        )
      : []
  return new Map(
    holders.map((holder, at) => {
      const person = persons[at]
      const usage = person && usageOf(usageItems[known.indexOf(person)], site, person)
      return [holder, { membership: membershipOf(items[at * each]), usage }]
    }),
  )
}

const readKnown = async (table: Table, keys: BookingFactsKeys) => {
  const { id, site, date, holder, as = holder } = keys
  const wanted = {
    holderItem: holderKey(holder),
    forItem: holderKey(as),
    siteItem: siteKey(site),
    hours: hoursKey(site),
    spaceItem: keys.workshop ? workshopKey(keys.workshop) : spaceKey(site, keys.space),
    occupancy: occupancyKey(site, date, keys.space),
    holderOccupancy: holderOccupancyKey(as, date),
    existing: bookingKey(id),
    member: memberKey(as, site),
    asked: conditionsKey(site),
    accepted: acceptanceKey(as, site),
    ...(keys.session !== undefined && { session: sessionKey(holder, keys.session) }),
  }
  const items = await readItems(table, Object.values(wanted))
  const named = Object.keys(wanted).map((name, at) => [name, items[at]])
  return Object.fromEntries(named) as Partial<Record<keyof typeof wanted, Item>>
}

type KnownItems = Awaited<ReturnType<typeof readKnown>>

const bookerOf = (
  { holderItem, session }: KnownItems,
  { session: secret, newcomer, now }: BookingFactsKeys,
): SignedInHolder | undefined => {
  if (secret !== undefined) return signedInHolder(session, holderItem, now)
  const absent = holderItem ? holderOf(holderItem) : newcomer
  return absent && { ...absent, secondFactor: false }
}

const lentSpaceOf = ({ spaceItem, member }: KnownItems, { workshop, date }: BookingFactsKeys) => {
  const lent = spaceItem && (workshop ? plannedSeatsOf(spaceItem) : spaceOf(spaceItem))
  return lent && spaceFor(lent, publicOn(membershipOf(member), date))
}

/** One round trip; two where spaces overlap or fair use is judged. */
export const readBookingFacts = async (table: Table, keys: BookingFactsKeys): Promise<BookingFacts> => {
  const known = await readKnown(table, keys)
  const { existing, siteItem } = known
  const booker = bookerOf(known, keys)
  const space = lentSpaceOf(known, keys)
  const association = keys.as && known.forItem ? holderOf(known.forItem) : undefined
  const { occupancies, usage } = await readMore(table, keys, space, association ?? booker)
  occupancies.set(keys.space, occupancyOf(known.occupancy))
  return {
    holder: booker,
    association,
    existing: existing && { booking: bookingOf(existing), requestHash: requestHashOf(existing) },
    site: siteItem && siteOf(siteItem, known.hours),
    space,
    occupancyOf: (of) => occupancies.get(of) ?? EMPTY_OCCUPANCY,
    holderOccupancy: occupancyOf(known.holderOccupancy),
    usage,
    siteConditions: { conditions: conditionsOf(known.asked), acceptance: acceptanceOf(known.accepted) },
  }
}
