import { type BookingContext, type BookingRequest, decideBooking, type Place } from './booking.ts'
import { type DaySheet, placesLeft } from './day-sheet.ts'
import type { Taking } from './footprint.ts'
import { addMinutes, instantAt } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import { openRangesOn } from './opening.ts'
import { addQuarters, type QuarterRange } from './quarter.ts'
import type { Site } from './site.ts'
import type { Space, SpaceId } from './space.ts'
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
      .filter(({ open }) => open.some((range) => range.start <= from && until <= range.end))
      .map(({ space }) => ({ space, request: { space: space.id, date, use, places, start: from, end: until } }))
  })
}

/** The first place that a wait fits into, if any; there is time enough left to answer. */
export const fitOf = (wait: Wait, ground: OfferGround, holderSheet: DaySheet): Place | undefined => {
  const { site, lent, sheetOf, now } = ground
  for (const { space, request } of requestsOf(wait, lent)) {
    const places = wait.use === 'room' ? space.capacity : wait.places
    // Cheap, and enough for most of a full day: the whole rule is asked about what is left only.
    if (placesLeft(space.capacity, sheetOf(space.id), request) < places) continue
    if (instantAt(wait.date, request.start, site.timeZone) < addMinutes(now, SHORTEST_HOLD_MINUTES)) continue
    const decision = decideBooking(request, { site, space, sheetOf, holderSheet, now })
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
