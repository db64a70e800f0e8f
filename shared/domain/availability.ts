import { occupancySeenByDesk, withBuffers } from './allocation.ts'
import type { BookingContext, BookingRequest } from './booking-request.ts'
import { longestQuartersOf } from './fair-use.ts'
import type { SpaceId } from './ids.ts'
import { addMinutes, type Instant, instantAt, localTimeAt } from './instant.ts'
import { addDays, daysBetween, type LocalDate } from './local-date.ts'
import type { FreeRange, Occupancy } from './occupancy.ts'
import { openRangesOn } from './opening.ts'
import { startsIn } from './opening-grid.ts'
import type { Membership } from './public.ts'
import { addQuarters, QUARTERS_A_DAY, type Quarter, quarter } from './quarter.ts'
import { minusRanges, type QuarterRange, runsOf } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'
import { spaceFor } from './space.ts'

export type SpaceDay = {
  readonly site: Site
  readonly space: Space
  readonly date: LocalDate
  readonly occupancy: Occupancy
  readonly closed?: readonly QuarterRange[]
  readonly now: Instant
}

export type Availability = { readonly open: readonly QuarterRange[]; readonly free: readonly FreeRange[] }

export const lastBookableDate = (space: Space, site: Site, now: Instant): LocalDate =>
  addDays(localTimeAt(now, site.timeZone).date, space.limits.horizonDays)

/** A member books on a member's terms while the membership lasts, and on everyone's beyond it. */
export const lastDateFor = (
  membership: Membership | undefined,
  space: Space,
  { site, now }: Pick<SpaceDay, 'site' | 'now'>,
): LocalDate => {
  const ofEveryone = lastBookableDate(spaceFor(space, 'everyone'), site, now)
  if (!membership) return ofEveryone
  const own = lastBookableDate(spaceFor(space, membership.public), site, now)
  const covered = membership.until !== undefined && membership.until < own ? membership.until : own
  return covered > ofEveryone ? covered : ofEveryone
}

const startableOf = ({ site, space, date, now }: SpaceDay): ((at: Quarter) => boolean) => {
  const earliest = addMinutes(now, space.limits.noticeMinutes)
  const { date: firstDate } = localTimeAt(earliest, site.timeZone)
  if (date < firstDate || date > lastBookableDate(space, site, now)) return () => false
  return date > firstDate ? () => true : (at) => instantAt(date, at, site.timeZone) >= earliest
}

/** For each quarter, the most places that a single accepted booking over it can take. */
const bookablePlaces = (day: SpaceDay, open: readonly QuarterRange[]): number[] => {
  const { space, occupancy } = day
  const { capacity, uses, limits } = space
  const [shortest, longest] = [limits.shortestQuarters, longestQuartersOf(space)]
  const taken = withBuffers(occupancy, space.buffers)
  const canStart = startableOf(day)
  const fewest = uses.includes('desk') ? 1 : uses.includes('room') ? capacity : Number.POSITIVE_INFINITY
  const most = Array<number>(QUARTERS_A_DAY).fill(0)
  for (const range of open) {
    for (const start of startsIn([range], shortest, limits).filter((each) => canStart(quarter(each)))) {
      let places = capacity
      for (let end = start + 1; end <= Math.min(range.end, start + longest); end++) {
        places = Math.min(places, capacity - (taken[end - 1] ?? 0))
        if (places < fewest) break
        // A longer booking never has more places: only its last quarter may be new.
        const first = end - start === shortest ? start : end - 1
        for (let at = first; at < end && end - start >= shortest; at++)
          most[at] = Math.max(most[at] ?? 0, places)
      }
    }
  }
  return most
}

/** Every free quarter lies in an acceptable booking of as many places; adjoining ranges can be joined. */
export const availabilityOn = (day: SpaceDay): Availability => {
  const { site, space, date, closed = [] } = day
  const open = minusRanges(openRangesOn(space.openings, { ...site, date }), closed)
  const places = bookablePlaces(day, open)
  const free = runsOf((at) => places[at] || undefined).map(({ value, ...range }) => ({
    ...range,
    places: value,
  }))
  return { open, free }
}

export type Alternative = FreeRange & { readonly space: SpaceId; readonly date: LocalDate }

const joined = (free: readonly FreeRange[], places: number): FreeRange[] => {
  const ranges: FreeRange[] = []
  for (const range of free.filter((each) => each.places >= places)) {
    const last = ranges.at(-1)
    if (last?.end === range.start) {
      ranges[ranges.length - 1] = { ...last, end: range.end, places: Math.min(last.places, range.places) }
    } else ranges.push(range)
  }
  return ranges
}

const nearestStart = (wanted: BookingRequest, range: QuarterRange, { limits }: Space): Quarter[] =>
  startsIn([range], wanted.end - wanted.start, limits)
    .sort((one, other) => Math.abs(one - wanted.start) - Math.abs(other - wanted.start))
    .slice(0, 1)
    .map(quarter)

const MOST_ALTERNATIVES = 3

export const nearestAlternatives = (
  wanted: BookingRequest,
  days: readonly SpaceDay[],
  most = MOST_ALTERNATIVES,
): Alternative[] => {
  const quarters = wanted.end - wanted.start
  const allows = (space: Space) =>
    space.uses.includes(wanted.use) &&
    space.limits.shortestQuarters <= quarters &&
    quarters <= longestQuartersOf(space)
  const candidates = days
    .filter(({ space }) => allows(space))
    .flatMap((day) => {
      const places = wanted.use === 'room' ? day.space.capacity : wanted.places
      return joined(availabilityOn(day).free, places)
        .flatMap((range) => nearestStart(wanted, range, day.space).map((start) => ({ range, start })))
        .map(({ range, start }) => {
          const end = addQuarters(start, quarters)
          const away =
            Math.abs(daysBetween(wanted.date, day.date)) * QUARTERS_A_DAY + Math.abs(start - wanted.start)
          return { space: day.space.id, date: day.date, start, end, places: range.places, away }
        })
    })
  return candidates
    .sort((a, b) => a.away - b.away)
    .slice(0, most)
    .map(({ away: _, ...alternative }) => alternative)
}

type Decided = Pick<BookingContext, 'site' | 'space' | 'occupancyOf' | 'holderOccupancy' | 'now'>

/** Other times of that day in the same space when the holder is free, from what has been read already. */
export const alternativesThatDay = (
  wanted: BookingRequest,
  { occupancyOf, holderOccupancy, ...decided }: Decided,
): Alternative[] => {
  const occupancy = occupancySeenByDesk(decided.space, occupancyOf)
  const busy = runsOf((at) => (holderOccupancy[at] ?? 0) > 0 || undefined)
  return nearestAlternatives(wanted, [{ ...decided, date: wanted.date, occupancy, closed: busy }])
}
