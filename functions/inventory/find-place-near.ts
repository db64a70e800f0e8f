import { type Booking, type BookingId, decideBooking, type Place } from '../../shared/domain/booking.ts'
import { type BookingChange, ownTimesOf } from '../../shared/domain/booking-change.ts'
import type { DaySheet } from '../../shared/domain/day-sheet.ts'
import type { Directory } from '../../shared/domain/directory.ts'
import { without } from '../../shared/domain/footprint.ts'
import { claimByOf } from '../../shared/domain/holding.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import { publicOn, spaceFor } from '../../shared/domain/public.ts'
import type { Site, SiteId } from '../../shared/domain/site.ts'
import type { Space, SpaceId } from '../../shared/domain/space.ts'
import { heldUntil } from '../../shared/domain/wait.ts'
import type { Member } from '../../shared/store/booking-ground.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import { idOf } from '../http/hash.ts'

/** So many places are looked at, the nearest that lend the same use: the cost of one search. */
const MOST_PLACES = 10
/** About an hour and a half by road; beyond it nobody goes instead, and overseas begins. */
const FARTHEST_KM = 100

type Sheets = { readonly sheetOf: (space: SpaceId) => DaySheet; readonly ownSheet: DaySheet }

/** All that an equal place for a booking is judged on at a site. */
export type PlaceGround = LentSite & Sheets & { readonly member: Member | undefined }

/** Places as they are, or as they would be. */
export type Surroundings = {
  readonly now: Instant
  readonly directory: () => Promise<Directory>
  /** Undefined when there is no such site. */
  readonly readGround: (site: SiteId, booking: Booking) => Promise<PlaceGround | undefined>
  /** Ends what has lapsed where a place is taken, and throws ContentionError when there was any. */
  readonly endLapsedAt: (site: SiteId, booking: Booking) => Promise<void>
}

type Candidate = { readonly id: SiteId; readonly distanceKm?: number | undefined }

/** Its own site first, then those near, the nearest first. */
const candidatesFor = async ({ use }: Booking, site: Site, { directory }: Surroundings): Promise<Candidate[]> => {
  const { id, position } = site
  if (!position) return [{ id }]
  const near = { near: position, radiusKm: FARTHEST_KM, use, limit: MOST_PLACES + 1 }
  const others = (await directory()).search(near).matches.filter((match) => match.id !== id)
  return [{ id }, ...others.slice(0, MOST_PLACES)]
}

/** As many places, and for a whole room as much room; elsewhere, nothing that is still to be approved. */
const isEqual = (space: Space, at: SiteId, { site, use, places }: Booking): boolean =>
  space.uses.includes(use) && space.capacity >= places && (at === site || !space.approval)

export type FoundPlace = { readonly change: BookingChange; readonly site: Site; readonly space: Space }

type Fitting = { readonly place: Place; readonly space: Space; readonly ground: PlaceGround }

const placeAt = async (id: SiteId, booking: Booking, around: Surroundings): Promise<Fitting | undefined> => {
  const ground = await around.readGround(id, booking)
  if (!ground) return undefined
  const { site, spaces, sheetOf, ownSheet, member } = ground
  const own = (space: SpaceId) => (booking.site === id ? booking.takings.filter((each) => each.space === space) : [])
  const context = {
    site,
    now: around.now,
    sheetOf: (space: SpaceId) => without(sheetOf(space), own(space)),
    tally: member?.tally,
    moving: booking.id,
    holderSheet: without(ownSheet, ownTimesOf(booking)),
  }
  const lent = spaces.map((space) => spaceFor(space, publicOn(member?.membership, booking.date)))
  const others = lent.filter((space) => space.id !== booking.space || booking.site !== id)
  let isTaken = false
  for (const space of others.filter((each) => isEqual(each, id, booking))) {
    const decision = decideBooking({ ...booking, space: space.id }, { ...context, space })
    if (decision.ok) return { place: decision.value, space, ground }
    isTaken ||= decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
  }
  if (isTaken) await around.endLapsedAt(id, booking)
  return undefined
}

/** What takes the place of a booking that is ended; a booking ends once. */
export const replacementIdOf = (id: BookingId): BookingId => idOf('replacement', id) as BookingId

const offerOf = (booking: Booking, { place, space, ground: { site } }: Fitting, now: Instant): Booking => ({
  ...place,
  id: replacementIdOf(booking.id),
  site: site.id,
  revision: 0,
  replaces: booking.id,
  holder: booking.holder,
  ...(booking.bookedBy && { bookedBy: booking.bookedBy }),
  use: booking.use,
  channel: booking.channel,
  status: 'offered',
  claimBy: claimByOf(place, space, site),
  until: heldUntil(instantAt(place.date, place.start, site.timeZone), now),
  createdAt: now,
})

/**
 * An equal place at the same time, by the ordinary rules for its holder: in its own site, else in the nearest of a few
 * that lend the same use. It is offered with how far it is: its holder accepts it or leaves it.
 */
export const findPlaceNear = async (
  booking: Booking,
  site: Site,
  around: Surroundings,
): Promise<FoundPlace | undefined> => {
  for (const { id, distanceKm } of await candidatesFor(booking, site, around)) {
    const fitting = await placeAt(id, booking, around)
    if (!fitting) continue
    const { space, ground } = fitting
    const to = { ...offerOf(booking, fitting, around.now), ...(distanceKm !== undefined && { distanceKm }) }
    return { change: { to, tally: ground.member?.tally }, site: ground.site, space }
  }
  return undefined
}
