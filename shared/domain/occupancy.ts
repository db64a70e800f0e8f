import type { QuarterRange } from './quarter-range.ts'

/** By quarter (0 to 95) of one space on one date; an absent quarter has none. */
export type Occupancy = Readonly<Record<number, number>>

export const EMPTY_OCCUPANCY: Occupancy = {}

export type FreeRange = QuarterRange & { readonly places: number }

export const placesLeft = (capacity: number, occupancy: Occupancy, { start, end }: QuarterRange): number => {
  let left = capacity
  for (let at = start; at < end; at++) left = Math.min(left, capacity - (occupancy[at] ?? 0))
  return Math.max(0, left)
}
