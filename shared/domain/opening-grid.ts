import { formatQuarter, MINUTES_A_QUARTER, QUARTERS_A_DAY, quarter } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { BookingLimits } from './space.ts'

/** `starts` has at most the two nearest possible ones. */
export type OffGridRefusal = {
  readonly kind: 'off-grid'
  readonly gridMinutes: number
  readonly starts: readonly string[]
}

type Grid = Pick<BookingLimits, 'gridQuarters' | 'gridFrom'>

export const gridOf = ({ gridQuarters }: Grid): number => gridQuarters ?? 1

const firstStartOf = (grid: Grid): number => (grid.gridFrom ?? 0) % gridOf(grid)

export const startsIn = (ranges: readonly QuarterRange[], quarters: number, grid: Grid): number[] =>
  Array.from(
    { length: Math.ceil(QUARTERS_A_DAY / gridOf(grid)) },
    (_, at) => firstStartOf(grid) + at * gridOf(grid),
  ).filter((start) => ranges.some((range) => range.start <= start && start + quarters <= range.end))

export const offGridRefusal = (
  { start, end }: QuarterRange,
  open: readonly QuarterRange[],
  grid: Grid,
): OffGridRefusal | undefined => {
  if ((start - firstStartOf(grid)) % gridOf(grid) === 0) return undefined
  const nearest = startsIn(open, end - start, grid)
    .sort((one, other) => Math.abs(one - start) - Math.abs(other - start))
    .slice(0, 2)
    .sort((one, other) => one - other)
  return {
    kind: 'off-grid',
    gridMinutes: gridOf(grid) * MINUTES_A_QUARTER,
    starts: nearest.map((each) => formatQuarter(quarter(each))),
  }
}
