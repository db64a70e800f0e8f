import { type BookingContext, type BookingRequest, decideBooking, type Place } from './booking.ts'
import { type DaySheet, placesLeft } from './day-sheet.ts'
import type { Taking } from './footprint.ts'
import { addMinutes, instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { openRangesOn } from './opening.ts'
import { type Membership, publicOn, spaceFor } from './public.ts'
import { addQuarters, isWithin, type QuarterRange } from './quarter.ts'
import type { Site } from './site.ts'
import type { Space, SpaceId } from './space.ts'
import type { Tally } from './tally.ts'
import { SHORTEST_HOLD_MINUTES, type Wait } from './wait.ts'

type LentSpace = { readonly space: Space; readonly open: readonly QuarterRange[] }

/** One date of a site, as it is once what is freed is free. */
export type OfferGround = Pick<BookingContext, 'site' | 'sheetOf' | 'now'> & { readonly lent: readonly LentSpace[] }

export const lentOn = (date: LocalDate, site: Site, spaces: readonly Space[]): LentSpace[] =>
  spaces.map((space) => ({ space, open: openRangesOn(space.openings, { ...site, date }) }))

/** Soonest first, then in the order of the spaces; only inside what is lent. */
const requestsOf = (wait: Wait, lent: readonly LentSpace[]): { space: Space; request: BookingRequest }[] => {
  const { date, use, places, start, end, quarters } = wait
  const wanted = lent.filter(({ space }) => (wait.space ?? space.id) === space.id && space.uses.includes(use))
  const starts = Array.from({ length: Math.max(0, end - start - quarters + 1) }, (_, after) =>
    addQuarters(start, after),
  )
  return starts.flatMap((from) => {
    const until = addQuarters(from, quarters)
    return wanted
      .filter(({ open }) => isWithin(open, { start: from, end: until }))
      .map(({ space }) => ({ space, request: { space: space.id, date, use, places, start: from, end: until } }))
  })
}

const hasRoom = (wait: Wait, { site, sheetOf, now }: OfferGround) => {
  const latest = addMinutes(now, SHORTEST_HOLD_MINUTES)
  return ({ space, request }: { space: Space; request: BookingRequest }): boolean =>
    placesLeft(space.capacity, sheetOf(space.id), request) >= (wait.use === 'room' ? space.capacity : wait.places) &&
    instantAt(wait.date, request.start, site.timeZone) >= latest
}

/** Cheap, and enough for most of a full day: whether there is room for a wait, whoever it is. */
export const hasRoomFor = (wait: Wait, ground: OfferGround): boolean =>
  requestsOf(wait, ground.lent).some(hasRoom(wait, ground))

/** What somebody who waits may have: their own day, as whom they book there, and what they have already. */
export type Waiting = {
  readonly ownSheet: DaySheet
  readonly membership?: Membership | undefined
  readonly tally?: Tally | undefined
}

/** The first place that a wait fits into, if any; there is time enough left to answer. */
export const fitOf = (wait: Wait, ground: OfferGround, waiting: Waiting): Place | undefined => {
  const { site, lent, sheetOf, now } = ground
  const { ownSheet: holderSheet, membership, tally } = waiting
  for (const { space, request } of requestsOf(wait, lent).filter(hasRoom(wait, ground))) {
    const met = spaceFor(space, publicOn(membership, wait.date))
    const decision = decideBooking(request, { site, space: met, sheetOf, holderSheet, tally, now })
    if (decision.ok) return decision.value
  }
  return undefined
}

/** Whether all that some takings freed is taken again: who did not fit before does not fit now. */
export const isUsedUp = (freed: readonly Taking[], sheetOf: (space: SpaceId) => DaySheet): boolean =>
  freed.length > 0 &&
  freed.every(({ space, capacity, start, end }) => {
    const sheet = sheetOf(space)
    return Array.from({ length: end - start }, (_, at) => sheet[start + at] ?? 0).every((places) => places >= capacity)
  })
