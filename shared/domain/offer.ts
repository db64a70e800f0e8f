import type { Allocation } from './allocation.ts'
import type { Slot } from './booking.ts'
import type { BookingContext, BookingRequest } from './booking-request.ts'
import { decideBooking } from './decide-booking.ts'
import type { SpaceId } from './ids.ts'
import { addMinutes, instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { type Occupancy, placesLeft } from './occupancy.ts'
import { openRangesOn } from './opening.ts'
import { type Membership, publicOn } from './public.ts'
import { addQuarters } from './quarter.ts'
import { isWithin, type QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'
import { spaceFor } from './space.ts'
import type { UsageRecord } from './usage.ts'
import { SHORTEST_HOLD_MINUTES, type WaitlistEntry } from './waitlist.ts'

type LentSpace = { readonly space: Space; readonly open: readonly QuarterRange[] }

export type OfferFacts = Pick<BookingContext, 'site' | 'occupancyOf' | 'now'> & {
  readonly lent: readonly LentSpace[]
}

export const lentSpacesOn = (date: LocalDate, site: Site, spaces: readonly Space[]): LentSpace[] =>
  spaces.map((space) => ({ space, open: openRangesOn(space.openings, { ...site, date }) }))

/** Soonest first, then in the order of the spaces. */
const requestsOf = (
  wait: WaitlistEntry,
  lent: readonly LentSpace[],
): { space: Space; request: BookingRequest }[] => {
  const { date, use, places, start, end, quarters } = wait
  const wanted = lent.filter(({ space }) => (wait.space ?? space.id) === space.id && space.uses.includes(use))
  const starts = Array.from({ length: Math.max(0, end - start - quarters + 1) }, (_, after) =>
    addQuarters(start, after),
  )
  return starts.flatMap((from) => {
    const until = addQuarters(from, quarters)
    return wanted
      .filter(({ open }) => isWithin(open, { start: from, end: until }))
      .map(({ space }) => ({
        space,
        request: { space: space.id, date, use, places, start: from, end: until },
      }))
  })
}

const hasRoom = (wait: WaitlistEntry, { site, occupancyOf, now }: OfferFacts) => {
  const latest = addMinutes(now, SHORTEST_HOLD_MINUTES)
  return ({ space, request }: { space: Space; request: BookingRequest }): boolean =>
    placesLeft(space.capacity, occupancyOf(space.id), request) >=
      (wait.use === 'room' ? space.capacity : wait.places) &&
    instantAt(wait.date, request.start, site.timeZone) >= latest
}

/** This cheap check rules out most of a full day, for any person. */
export const hasRoomFor = (wait: WaitlistEntry, facts: OfferFacts): boolean =>
  requestsOf(wait, facts.lent).some(hasRoom(wait, facts))

export type Waiter = {
  readonly holderOccupancy: Occupancy
  readonly membership?: Membership | undefined
  readonly usage?: UsageRecord | undefined
}

/** The slot leaves time to answer. */
export const findSlotFor = (wait: WaitlistEntry, facts: OfferFacts, waiter: Waiter): Slot | undefined => {
  const { site, lent, occupancyOf, now } = facts
  const { holderOccupancy, membership, usage } = waiter
  for (const { space, request } of requestsOf(wait, lent).filter(hasRoom(wait, facts))) {
    const met = spaceFor(space, publicOn(membership, wait.date))
    const decision = decideBooking(request, { site, space: met, occupancyOf, holderOccupancy, usage, now })
    if (decision.ok) return decision.value
  }
  return undefined
}

/** Entries that did not fit before do not fit now. */
export const isFullAgain = (
  freed: readonly Allocation[],
  occupancyOf: (space: SpaceId) => Occupancy,
): boolean =>
  freed.length > 0 &&
  freed.every(({ space, capacity, start, end }) => {
    const occupancy = occupancyOf(space)
    return Array.from({ length: end - start }, (_, at) => occupancy[start + at] ?? 0).every(
      (places) => places >= capacity,
    )
  })
