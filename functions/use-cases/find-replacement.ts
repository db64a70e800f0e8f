import { withoutAllocations } from '../../shared/domain/allocation.ts'
import type { Booking, Slot } from '../../shared/domain/booking.ts'
import { type BookingChange, holderAllocationsOf } from '../../shared/domain/booking-change.ts'
import { decideBooking } from '../../shared/domain/decide-booking.ts'
import type { Directory } from '../../shared/domain/directory.ts'
import { claimByOf } from '../../shared/domain/hold-terms.ts'
import type { BookingId, SiteId, SpaceId } from '../../shared/domain/ids.ts'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import type { Occupancy } from '../../shared/domain/occupancy.ts'
import { publicOn } from '../../shared/domain/public.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { spaceFor } from '../../shared/domain/space.ts'
import { heldUntil } from '../../shared/domain/waitlist.ts'
import type { HolderAtSite } from '../../shared/store/members-at-site.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import { idOf } from './hash.ts'

/** Limits the cost of a search to the nearest sites that are lent for the same use. */
const MOST_PLACES = 10
/** About an hour and a half by road: nobody travels further, and overseas begins. */
const FARTHEST_KM = 100

type Occupancies = {
  readonly occupancyOf: (space: SpaceId) => Occupancy
  readonly holderOccupancy: Occupancy
}

/** Everything that decides on a replacement at a site. */
export type ReplacementFacts = LentSite & Occupancies & { readonly member: HolderAtSite | undefined }

/** Searches current occupancies, or simulated ones. */
export type ReplacementSearch = {
  readonly now: Instant
  readonly directory: () => Promise<Directory>
  /** Undefined when the site does not exist. */
  readonly readFacts: (site: SiteId, booking: Booking) => Promise<ReplacementFacts | undefined>
  /** Ends expired holds, and throws ContentionError if there were any. */
  readonly endLapsedAt: (site: SiteId, booking: Booking) => Promise<void>
}

type Candidate = { readonly id: SiteId; readonly distanceKm?: number | undefined }

/** Its own site first, then others by distance. */
const candidatesFor = async (
  { use }: Booking,
  site: Site,
  { directory }: ReplacementSearch,
): Promise<Candidate[]> => {
  const { id, position } = site
  if (!position) return [{ id }]
  const near = { near: position, radiusKm: FARTHEST_KM, lent: { use }, limit: MOST_PLACES + 1 }
  const others = (await directory()).search(near).matches.filter((match) => match.id !== id)
  return [{ id }, ...others.slice(0, MOST_PLACES)]
}

/** As many units, and as large a room for a whole room; another site's approval is not worth waiting for. */
const isEqual = (space: Space, at: SiteId, { site, use, places }: Booking): boolean =>
  space.uses.includes(use) && space.capacity >= places && (at === site || !space.approval)

export type Replacement = { readonly change: BookingChange; readonly site: Site; readonly space: Space }

type Fitting = { readonly slot: Slot; readonly space: Space; readonly facts: ReplacementFacts }

const fittingAt = async (
  id: SiteId,
  booking: Booking,
  around: ReplacementSearch,
): Promise<Fitting | undefined> => {
  const facts = await around.readFacts(id, booking)
  if (!facts) return undefined
  const { site, spaces, occupancyOf, holderOccupancy, member } = facts
  const own = (space: SpaceId) =>
    booking.site === id ? booking.allocations.filter((each) => each.space === space) : []
  const context = {
    site,
    now: around.now,
    occupancyOf: (space: SpaceId) => withoutAllocations(occupancyOf(space), own(space)),
    usage: member?.usage,
    moving: booking.id,
    holderOccupancy: withoutAllocations(holderOccupancy, holderAllocationsOf(booking)),
  }
  const lent = spaces.map((space) => spaceFor(space, publicOn(member?.membership, booking.date)))
  const others = lent.filter((space) => space.id !== booking.space || booking.site !== id)
  let isTaken = false
  for (const space of others.filter((each) => isEqual(each, id, booking))) {
    const decision = decideBooking({ ...booking, space: space.id }, { ...context, space })
    if (decision.ok) return { slot: decision.value, space, facts }
    isTaken ||= decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
  }
  if (isTaken) await around.endLapsedAt(id, booking)
  return undefined
}

/** A booking ends once, so it has one replacement. */
export const replacementIdOf = (id: BookingId): BookingId => idOf('replacement', id) as BookingId

const offerOf = (booking: Booking, { slot, space, facts: { site } }: Fitting, now: Instant): Booking => ({
  ...slot,
  id: replacementIdOf(booking.id),
  site: site.id,
  revision: 0,
  replaces: booking.id,
  holder: booking.holder,
  ...(booking.bookedBy && { bookedBy: booking.bookedBy }),
  use: booking.use,
  channel: booking.channel,
  status: 'offered',
  claimBy: claimByOf(slot, space, site),
  until: heldUntil(instantAt(slot.date, slot.start, site.timeZone), now),
  createdAt: now,
})

/** Finds an equal space at the same time under ordinary rules, in its site or the nearest of a few. */
export const findReplacement = async (
  booking: Booking,
  site: Site,
  around: ReplacementSearch,
): Promise<Replacement | undefined> => {
  for (const { id, distanceKm } of await candidatesFor(booking, site, around)) {
    const fitting = await fittingAt(id, booking, around)
    if (!fitting) continue
    const { space, facts } = fitting
    const to = { ...offerOf(booking, fitting, around.now), ...(distanceKm !== undefined && { distanceKm }) }
    return { change: { to, usage: facts.member?.usage }, site: facts.site, space }
  }
  return undefined
}
