import { flagsOf, type Quarter, type QuarterRange, runsOf } from './quarter.ts'

/** Places taken in each of the 96 quarters of one space on one date; a quarter that is absent has none. */
export type DaySheet = Readonly<Record<number, number>>

export const EMPTY_SHEET: DaySheet = {}

/** `places` can be taken all through the range. */
export type FreeRange = QuarterRange & { readonly places: number }

/** Open minus taken: the longest ranges with the same number of places left, of the quarters that still count. */
export const freeRanges = (
  open: readonly QuarterRange[],
  capacity: number,
  sheet: DaySheet,
  counts: (at: Quarter) => boolean,
): FreeRange[] => {
  const lent = flagsOf(open)
  const placesAt = (at: Quarter) => (lent[at] && counts(at) ? Math.max(0, capacity - (sheet[at] ?? 0)) : 0)
  return runsOf((at) => placesAt(at) || undefined).map(({ start, end, value }) => ({ start, end, places: value }))
}

/** The fewest places left in any quarter of a range. */
export const placesLeft = (capacity: number, sheet: DaySheet, { start, end }: QuarterRange): number => {
  let left = capacity
  for (let at = start; at < end; at++) left = Math.min(left, capacity - (sheet[at] ?? 0))
  return Math.max(0, left)
}
