import type { QuarterRange } from './quarter-range.ts'

/** Places taken in each of the 96 quarters of one space on one date; a quarter that is absent has none. */
export type Occupancy = Readonly<Record<number, number>>

export const EMPTY_OCCUPANCY: Occupancy = {}

/** `places` can be taken all through the range. */
export type FreeRange = QuarterRange & { readonly places: number }

/** The fewest places left in any quarter of a range. */
export const placesLeft = (capacity: number, occupancy: Occupancy, { start, end }: QuarterRange): number => {
  let left = capacity
  for (let at = start; at < end; at++) left = Math.min(left, capacity - (occupancy[at] ?? 0))
  return Math.max(0, left)
}
