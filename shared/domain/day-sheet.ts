import type { QuarterRange } from './quarter.ts'

/** Places taken in each of the 96 quarters of one space on one date; a quarter that is absent has none. */
export type DaySheet = Readonly<Record<number, number>>

export const EMPTY_SHEET: DaySheet = {}

/** `places` can be taken all through the range. */
export type FreeRange = QuarterRange & { readonly places: number }

/** The fewest places left in any quarter of a range. */
export const placesLeft = (capacity: number, sheet: DaySheet, { start, end }: QuarterRange): number => {
  let left = capacity
  for (let at = start; at < end; at++) left = Math.min(left, capacity - (sheet[at] ?? 0))
  return Math.max(0, left)
}
