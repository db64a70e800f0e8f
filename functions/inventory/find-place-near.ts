import { type Booking, type BookingId, decideBooking, type Place } from '../../shared/domain/booking.ts'
import { type BookingChange, ownTimesOf } from '../../shared/domain/booking-change.ts'
import { without } from '../../shared/domain/footprint.ts'
import { claimByOf } from '../../shared/domain/holding.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { publicOn, spaceFor } from '../../shared/domain/public.ts'
import type { Site, SiteId } from '../../shared/domain/site.ts'
import type { Space, SpaceId } from '../../shared/domain/space.ts'
import type { Tally } from '../../shared/domain/tally.ts'
import { heldUntil } from '../../shared/domain/wait.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'
import { idOf } from '../http/hash.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'
import { endLapsedOn } from './settle.ts'

export type NearDeps = InventoryDependencies & Pick<Dependencies, 'directory'>

const NEAR_KM = 10
const MOST_SITES = 10

/** Its own site first, then those near, the nearest first. */
const sitesToTry = async (booking: Booking, { id, position }: Site, deps: NearDeps): Promise<SiteId[]> => {
  if (!position) return [id]
  const directory = await deps.directory()
  const near = { near: position, radiusKm: NEAR_KM, use: booking.use, limit: MOST_SITES }
  return [id, ...directory.search(near).matches.flatMap((match) => (match.id === id ? [] : [match.id]))]
}

/** As many places, and for a whole room as much room; elsewhere, nothing that is still to be approved. */
const isEqual = (space: Space, at: SiteId, { site, use, places }: Booking): boolean =>
  space.uses.includes(use) && space.capacity >= places && (at === site || !space.approval)

type Found = { readonly site: Site; readonly space: Space; readonly place: Place; readonly tally: Tally | undefined }

/** All that an equal place is judged on at a site; undefined when there is no such site. */
const readPlaces = async (id: SiteId, { holder, date }: Booking, deps: NearDeps) => {
  const [day, ownSheets] = await Promise.all([
    deps.sites.readDay(id, date),
    deps.bookings.readOwnSheets([holder], date),
  ])
  if (!day) return undefined
  const tallies = day.spaces.some(({ fairUse }) => fairUse)
  const member = (await deps.bookings.readMembers([holder], { site: id, tallies })).get(holder)
  const lent = day.spaces.map((space) => spaceFor(space, publicOn(member?.membership, date)))
  return { ...day, lent, ownSheet: ownSheets.get(holder) ?? {}, tally: member?.tally }
}

const placeAt = async (id: SiteId, booking: Booking, deps: NearDeps): Promise<Found | undefined> => {
  const read = await readPlaces(id, booking, deps)
  if (!read) return undefined
  const { site, lent, sheetOf, ownSheet, tally } = read
  const own = (space: SpaceId) => (booking.site === id ? booking.takings.filter((each) => each.space === space) : [])
  const context = {
    site,
    now: deps.now(),
    sheetOf: (space: SpaceId) => without(sheetOf(space), own(space)),
    tally,
    moving: booking.id,
    holderSheet: without(ownSheet, ownTimesOf(booking)),
  }
  const others = lent.filter((space) => space.id !== booking.space || booking.site !== id)
  let isTaken = false
  for (const space of others.filter((each) => isEqual(each, id, booking))) {
    const decision = decideBooking({ ...booking, space: space.id }, { ...context, space })
    if (decision.ok) return { site, space, place: decision.value, tally }
    isTaken ||= decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
  }
  if (isTaken && (await endLapsedOn({ ...booking, site: id }, deps))) throw new ContentionError('lapsed')
  return undefined
}

/** What takes the place of a booking that is ended; a booking ends once. */
export const replacementIdOf = (id: BookingId): BookingId => idOf('replacement', id) as BookingId

/**
 * An equal place at the same time, by the ordinary rules for its holder: in its own site, else within ten kilometres.
 * It is offered: its holder accepts it or leaves it. Throws ContentionError when what stood in the way had lapsed.
 */
export const findPlaceNear = async (
  booking: Booking,
  site: Site,
  deps: NearDeps,
): Promise<BookingChange | undefined> => {
  for (const id of await sitesToTry(booking, site, deps)) {
    const found = await placeAt(id, booking, deps)
    if (!found) continue
    const { holder, bookedBy, use, channel } = booking
    const now = deps.now()
    const to: Booking = {
      ...found.place,
      id: replacementIdOf(booking.id),
      site: found.site.id,
      revision: 0,
      replaces: booking.id,
      holder,
      ...(bookedBy && { bookedBy }),
      use,
      channel,
      status: 'offered',
      claimBy: claimByOf(found.place, found.space, found.site),
      until: heldUntil(instantAt(found.place.date, found.place.start, found.site.timeZone), now),
      createdAt: now,
    }
    return { to, tally: found.tally }
  }
  return undefined
}
