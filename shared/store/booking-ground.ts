import type { Booking, BookingId, HolderId, WorkshopId } from '../domain/booking.ts'
import type { Asked } from '../domain/conditions.ts'
import { type DaySheet, EMPTY_SHEET } from '../domain/day-sheet.ts'
import type { Instant } from '../domain/instant.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { type Membership, publicOn, spaceFor } from '../domain/public.ts'
import type { Site, SiteId } from '../domain/site.ts'
import type { Space, SpaceId } from '../domain/space.ts'
import type { Tally } from '../domain/tally.ts'
import { bookingOf, requestHashOf } from './booking-item.ts'
import { readItems, type Table } from './client.ts'
import { acceptanceOf, conditionsOf } from './conditions-store.ts'
import { type Holder, holderOf, type SignedInHolder, signedInHolder } from './identity-item.ts'
import {
  acceptanceKey,
  bookingKey,
  conditionsKey,
  daySheetKey,
  type Hash,
  holderKey,
  holderSheetKey,
  hoursKey,
  memberKey,
  sessionKey,
  siteKey,
  spaceKey,
  tallyKey,
  workshopKey,
} from './keys.ts'
import { membershipOf } from './member-store.ts'
import { sheetOf } from './sheet-item.ts'
import { siteOf, spaceOf } from './site-item.ts'
import { personOf, tallyOf } from './tally-item.ts'
import { plannedSeatsOf } from './workshop-item.ts'

export type StoredBooking = { readonly booking: Booking; readonly requestHash: Hash }

/**
 * All that a booking depends on; `holder` is who is signed in, if anybody is, or who it is booked for in their absence,
 * `association` the one that it is booked for, `space` as whoever it is for meets it. `tally`
 * is read where the space has rules of fair use.
 */
export type BookingGround = {
  readonly holder?: SignedInHolder | undefined
  readonly association?: Holder | undefined
  readonly existing?: StoredBooking | undefined
  readonly site?: Site | undefined
  readonly space?: Space | undefined
  readonly sheetOf: (space: SpaceId) => DaySheet
  readonly holderSheet: DaySheet
  readonly tally: Tally | undefined
  /** What the site asks, and what whoever it is for has accepted of it. */
  readonly asked: Asked
}

export type GroundKeys = {
  readonly id: BookingId
  readonly site: SiteId
  readonly space: SpaceId
  /** The workshop whose seats the space is, if it is no room of the site. */
  readonly workshop?: WorkshopId | undefined
  readonly date: LocalDate
  readonly holder: HolderId
  /** The association that it is booked for. */
  readonly as?: HolderId | undefined
  /** Undefined in the absence of the holder: what they asked for before is done without a session. */
  readonly session: Hash | undefined
  /** Who is made together with it, if the absent holder is not there yet. */
  readonly newcomer?: Holder | undefined
  readonly now: Instant
}

export type Member = { readonly membership?: Membership | undefined; readonly tally?: Tally | undefined }

/** What is known to be needed only once the space and the holder are: nothing, for most spaces. */
const readMore = async (table: Table, { site, date }: GroundKeys, space?: Space, holder?: Holder) => {
  const ids = space?.relatives.map(({ id }) => id) ?? []
  const person = space?.fairUse && holder && personOf(holder)
  const keys = [...ids.map((id) => daySheetKey(site, date, id)), ...(person ? [tallyKey(site, person)] : [])]
  const items = keys.length > 0 ? await readItems(table, keys) : []
  return {
    sheets: new Map(ids.map((id, at) => [id, sheetOf(items[at])])),
    tally: person && tallyOf(items[ids.length], site, person),
  }
}

/**
 * As whom some holders book at a site and, where fair use is judged, what they have there. One round trip, or two
 * with tallies, for at most 50 holders.
 */
export const readMembers = async (
  table: Table,
  holders: readonly HolderId[],
  { site, tallies }: { readonly site: SiteId; readonly tallies: boolean },
): Promise<Map<HolderId, Member>> => {
  const keys = holders.flatMap((holder) => [memberKey(holder, site), ...(tallies ? [holderKey(holder)] : [])])
  const items = keys.length > 0 ? await readItems(table, keys) : []
  const each = tallies ? 2 : 1
  const persons = holders.map((_, at) => (tallies ? personOf(holderOf(items[at * each + 1])) : undefined))
  const known = [...new Set(persons.filter((person) => person !== undefined))]
  const tallyItems =
    known.length > 0
      ? await readItems(
          table,
          known.map((person) => tallyKey(site, person)),
        )
      : []
  return new Map(
    holders.map((holder, at) => {
      const person = persons[at]
      const tally = person && tallyOf(tallyItems[known.indexOf(person)], site, person)
      return [holder, { membership: membershipOf(items[at * each]), tally }]
    }),
  )
}

/** One round trip, and another one where the space shares its floor or has rules of fair use. */
export const readGround = async (table: Table, keys: GroundKeys): Promise<BookingGround> => {
  const { id, site, date, holder, as = holder } = keys
  const [
    holderItem,
    forItem,
    siteItem,
    hours,
    spaceItem,
    sheet,
    holderSheet,
    existing,
    member,
    asked,
    accepted,
    session,
  ] = await readItems(table, [
    holderKey(holder),
    holderKey(as),
    siteKey(site),
    hoursKey(site),
    keys.workshop ? workshopKey(keys.workshop) : spaceKey(site, keys.space),
    daySheetKey(site, date, keys.space),
    holderSheetKey(as, date),
    bookingKey(id),
    memberKey(as, site),
    conditionsKey(site),
    acceptanceKey(as, site),
    ...(keys.session === undefined ? [] : [sessionKey(holder, keys.session)]),
  ])
  const isAbsent = keys.session === undefined
  const absent = holderItem ? holderOf(holderItem) : keys.newcomer
  const booker = isAbsent ? absent && { ...absent, secondFactor: false } : signedInHolder(session, holderItem, keys.now)
  const lent = spaceItem && (keys.workshop ? plannedSeatsOf(spaceItem) : spaceOf(spaceItem))
  const space = lent && spaceFor(lent, publicOn(membershipOf(member), date))
  const association = keys.as && forItem && holderOf(forItem)
  const { sheets, tally } = await readMore(table, keys, space, association || booker)
  sheets.set(keys.space, sheetOf(sheet))
  return {
    holder: booker,
    association: association || undefined,
    existing: existing && { booking: bookingOf(existing), requestHash: requestHashOf(existing) },
    site: siteItem && siteOf(siteItem, hours),
    space,
    sheetOf: (of) => sheets.get(of) ?? EMPTY_SHEET,
    holderSheet: sheetOf(holderSheet),
    tally,
    asked: { conditions: conditionsOf(asked), acceptance: acceptanceOf(accepted) },
  }
}
