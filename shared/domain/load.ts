import type { Allocation } from './allocation.ts'
import type { SpaceDay } from './availability.ts'
import { type Instant, localTimeAt } from './instant.ts'
import { openRangesOn } from './opening.ts'
import { MINUTES_A_QUARTER } from './quarter.ts'
import { flagsOf, minusRanges, type QuarterRange, runsOf } from './quarter-range.ts'

/** `taken` places, `held` of them by requests and offers that await an answer. */
export type Load = QuarterRange & { readonly taken: number; readonly held: number }

const openOf = ({ site, space, date, closed = [] }: SpaceDay): QuarterRange[] =>
  minusRanges(openRangesOn(space.openings, { ...site, date }), closed)

const takenAt = ({ space: { capacity }, occupancy }: SpaceDay, at: number): number =>
  Math.min(capacity, occupancy[at] ?? 0)

/** How full a space is while it is not closed, stretch by stretch; those without anybody are left out. */
export const loadOn = (day: SpaceDay, held: readonly Allocation[]): Load[] => {
  const { space, date, closed = [] } = day
  const isClosed = flagsOf(closed)
  const heldHere = held.filter((each) => each.space === space.id && each.date === date)
  const heldAt = (at: number): number =>
    heldHere.filter(({ start, end }) => start <= at && at < end).reduce((sum, { places }) => sum + places, 0)
  const both = runsOf((at) => {
    const taken = takenAt(day, at)
    return taken > 0 && !isClosed[at] ? `${taken} ${Math.min(taken, heldAt(at))}` : undefined
  })
  return both.map(({ value, ...range }) => {
    const [taken = 0, of = 0] = value.split(' ').map(Number)
    return { ...range, taken, held: of }
  })
}

/** Places that nobody has at this moment, until their number changes; undefined while none is lent and free. */
export const freeAt = (
  day: SpaceDay,
  now: Instant,
): (Pick<QuarterRange, 'end'> & { readonly places: number }) | undefined => {
  const { date, minute } = localTimeAt(now, day.site.timeZone)
  if (date !== day.date) return undefined
  const at = Math.floor(minute / MINUTES_A_QUARTER)
  const flags = flagsOf(openOf(day))
  const free = runsOf(
    (quarter) => (flags[quarter] && day.space.capacity - takenAt(day, quarter)) || undefined,
  )
  const current = free.find(({ start, end }) => start <= at && at < end)
  return current && { end: current.end, places: current.value }
}
