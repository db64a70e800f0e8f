import type { Booking } from '../domain/booking.ts'
import type { ConditionsStatus } from '../domain/conditions.ts'
import type { Holder, SignedInHolder } from '../domain/holder.ts'
import type { BookingId, Hash, HolderId, SiteId, SpaceId, WorkshopId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { EMPTY_OCCUPANCY, type Occupancy } from '../domain/occupancy.ts'
import { publicOn } from '../domain/public.ts'
import type { Site } from '../domain/site.ts'
import { isSameForAll, type Space, spaceFor } from '../domain/space.ts'
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
import type { RememberedSpace } from './site-memory.ts'
import type { SiteVersion } from './site-version.ts'
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
  /** Present where the site may be as remembered: a write checks it, a refusal reads it. */
  readonly siteVersion?: SiteVersion | undefined
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
  /** Read: before everything else; recalled: with what changes rarely, where this instance remembers it. */
  readonly siteVersion?: 'recalled' | 'read' | undefined
  /** The existing booking is left unread: writing it again is refused. */
  readonly isNew?: boolean | undefined
  readonly now: Instant
}

const overlappingOf = (space: Space | undefined): SpaceId[] =>
  space?.overlappingSpaces.map(({ id }) => id) ?? []

type Remembered = RememberedSpace | undefined
type Lent = {
  readonly [Name in 'site' | 'space' | 'conditions']: RememberedSpace[Name] | undefined
}

/** A space that is lent alike to all has one membership less to read, a site that asks nothing no acceptance. */
const personalKeysOf = ({ site, holder, as = holder }: BookingFactsKeys, remembered: Remembered) => ({
  ...((!remembered || !isSameForAll(remembered.space)) && { member: memberKey(as, site) }),
  ...((!remembered || remembered.conditions?.rules !== undefined) && { accepted: acceptanceKey(as, site) }),
})

const lentKeysOf = ({ site, space, workshop }: BookingFactsKeys) => ({
  siteItem: siteKey(site),
  hours: hoursKey(site),
  spaceItem: workshop ? workshopKey(workshop) : spaceKey(site, space),
  asked: conditionsKey(site),
})

const readKnown = async (table: Table, keys: BookingFactsKeys, remembered: Remembered) => {
  const { id, site, date, holder, as = holder } = keys
  const wanted = {
    holderItem: holderKey(holder),
    forItem: holderKey(as),
    occupancy: occupancyKey(site, date, keys.space),
    holderOccupancy: holderOccupancyKey(as, date),
    ...(!remembered && lentKeysOf(keys)),
    ...personalKeysOf(keys, remembered),
    ...(!keys.isNew && { existing: bookingKey(id) }),
    ...(keys.session !== undefined && { session: sessionKey(holder, keys.session) }),
  }
  const overlapping = overlappingOf(remembered?.space)
  const items = await readItems(table, [
    ...Object.values(wanted),
    ...overlapping.map((each) => occupancyKey(site, date, each)),
  ])
  const named = Object.keys(wanted).map((name, at) => [name, items[at]])
  const others = items.slice(named.length)
  return {
    ...(Object.fromEntries(named) as Partial<Record<keyof typeof wanted, Item>>),
    occupancies: new Map(overlapping.map((each, at) => [each, occupancyOf(others[at])])),
  }
}

type KnownItems = Awaited<ReturnType<typeof readKnown>>

/** Usage is known only once the holder is, and overlapping spaces once the space is. */
const readMore = async (
  table: Table,
  { site, date }: BookingFactsKeys,
  { space, holder, known }: { space: Space | undefined; holder: Holder | undefined; known: KnownItems },
) => {
  const ids = overlappingOf(space).filter((id) => !known.occupancies.has(id))
  const person = space?.fairUse && holder && personOf(holder)
  const keys = [...ids.map((id) => occupancyKey(site, date, id)), ...(person ? [usageKey(site, person)] : [])]
  const items = keys.length > 0 ? await readItems(table, keys) : []
  return {
    occupancies: new Map([
      ...known.occupancies,
      ...ids.map((id, at) => [id, occupancyOf(items[at])] as const),
    ]),
    usage: person && usageOf(items[ids.length], site, person),
  }
}

const bookerOf = (
  { holderItem, session }: KnownItems,
  { session: secret, newcomer, now }: BookingFactsKeys,
): SignedInHolder | undefined => {
  if (secret !== undefined) return signedInHolder(session, holderItem, now)
  const absent = holderItem ? holderOf(holderItem) : newcomer
  return absent && { ...absent, secondFactor: false }
}

const lentIn = ({ siteItem, hours, spaceItem, asked }: KnownItems, { workshop }: BookingFactsKeys) => ({
  site: siteItem && siteOf(siteItem, hours),
  space: spaceItem && (workshop ? plannedSeatsOf(spaceItem) : spaceOf(spaceItem)),
  conditions: conditionsOf(asked),
})

/** One round trip; two where usage is judged, or where overlapping spaces are not remembered. */
export const readBookingFacts = async (
  table: Table,
  keys: BookingFactsKeys,
  remembered?: Remembered,
): Promise<Lent & { readonly facts: BookingFacts }> => {
  const known = await readKnown(table, keys, remembered)
  const booker = bookerOf(known, keys)
  const lent = remembered ?? lentIn(known, keys)
  const space = lent.space && spaceFor(lent.space, publicOn(membershipOf(known.member), keys.date))
  const association = keys.as && known.forItem ? holderOf(known.forItem) : undefined
  const holder = association ?? booker
  const { occupancies, usage } = await readMore(table, keys, { space, holder, known })
  occupancies.set(keys.space, occupancyOf(known.occupancy))
  const { existing } = known
  const facts = {
    holder: booker,
    association,
    existing: existing && { booking: bookingOf(existing), requestHash: requestHashOf(existing) },
    site: lent.site,
    space,
    occupancyOf: (of: SpaceId) => occupancies.get(of) ?? EMPTY_OCCUPANCY,
    holderOccupancy: occupancyOf(known.holderOccupancy),
    usage,
    siteConditions: { conditions: lent.conditions, acceptance: acceptanceOf(known.accepted) },
  }
  return { ...lent, facts }
}
