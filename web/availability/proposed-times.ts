import type { FreeRangeView } from '../../shared/contracts/site-views.ts'
import {
  formatQuarter,
  MINUTES_A_QUARTER,
  parseQuarter,
  QUARTERS_A_DAY,
  quarter,
} from '../../shared/domain/quarter.ts'
import { runsOf } from '../../shared/domain/quarter-range.ts'

export type Limits = {
  readonly shortestMinutes: number
  readonly longestMinutes: number
  readonly gridMinutes: number
}

/** People cut a day at noon and at the end of the afternoon. */
const NATURAL_CUTS = [48, 72]
const SHORTEST_NATURAL_QUARTERS = 4

type Stretch = { readonly start: number; readonly end: number }

const placesByQuarter = (free: readonly FreeRangeView[]): number[] => {
  const places = Array<number>(QUARTERS_A_DAY).fill(0)
  for (const range of free) places.fill(range.places, parseQuarter(range.start), parseQuarter(range.end))
  return places
}

/** The longest ranges where at least `needed` places stay free throughout. */
const stretchesOf = (places: readonly number[], needed: number): Stretch[] =>
  runsOf((at) => (places[at] ?? 0) >= needed || undefined)

const piecesOf = ({ start, end }: Stretch): Stretch[] => {
  const cuts = [start, ...NATURAL_CUTS.filter((cut) => start < cut && cut < end), end]
  return cuts.slice(1).map((cut, index) => ({ start: cuts[index] ?? start, end: cut }))
}

/** The first start of the grid at or after a quarter. */
const onGrid = (at: number, { gridMinutes }: Limits): number => {
  const grid = gridMinutes / MINUTES_A_QUARTER
  return Math.ceil(at / grid) * grid
}

const proposalsIn = (stretch: Stretch, limits: Limits): Stretch[] => {
  const shortest = limits.shortestMinutes / MINUTES_A_QUARTER
  const longest = limits.longestMinutes / MINUTES_A_QUARTER
  const trimmed = (piece: Stretch): Stretch => {
    const start = onGrid(piece.start, limits)
    return { start, end: Math.min(piece.end, start + longest) }
  }
  const trimmedLong = (pieces: readonly Stretch[]) =>
    pieces.map(trimmed).filter((piece) => piece.end - piece.start >= shortest)
  const natural = trimmedLong(
    piecesOf(stretch).filter(({ start, end }) => end - start >= SHORTEST_NATURAL_QUARTERS),
  )
  const whole = stretch.end - stretch.start <= longest || natural.length === 0 ? trimmedLong([stretch]) : []
  const isNew = ({ start, end }: Stretch) =>
    !natural.some((piece) => piece.start === start && piece.end === end)
  return [...natural, ...whole.filter(isNew)]
}

/** The times to offer on a day: half-days and whole free stretches, with the places free throughout. */
export const proposalsOf = (free: readonly FreeRangeView[], limits: Limits, needed = 1): FreeRangeView[] => {
  const places = placesByQuarter(free)
  return stretchesOf(places, needed)
    .flatMap((stretch) => proposalsIn(stretch, limits))
    .sort((one, other) => one.start - other.start || one.end - other.end)
    .map(({ start, end }) => ({
      start: formatQuarter(quarter(start)),
      end: formatQuarter(quarter(end)),
      places: Math.min(...places.slice(start, end)),
    }))
}

/** The whole free stretches of a day, for words and pictures. */
export const freeStretchesOf = (free: readonly FreeRangeView[], needed = 1): [string, string][] =>
  stretchesOf(placesByQuarter(free), needed).map(({ start, end }) => [
    formatQuarter(quarter(start)),
    formatQuarter(quarter(end)),
  ])

/** Every time at which a booking of `needed` places can start. */
export const startsOf = (free: readonly FreeRangeView[], limits: Limits, needed: number): string[] =>
  stretchesOf(placesByQuarter(free), needed).flatMap(({ start, end }) => {
    const last = end - limits.shortestMinutes / MINUTES_A_QUARTER
    return quartersBetween(start, last).filter((_, after) => onGrid(start + after, limits) === start + after)
  })

/** Every time at which a booking of `needed` places that starts at `from` can end. */
export const endsOf = (
  free: readonly FreeRangeView[],
  limits: Limits,
  needed: number,
  from: string,
): string[] => {
  const start = parseQuarter(from) ?? 0
  const stretch = stretchesOf(placesByQuarter(free), needed).find(
    (each) => each.start <= start && start < each.end,
  )
  if (!stretch) return []
  const first = start + limits.shortestMinutes / MINUTES_A_QUARTER
  return quartersBetween(first, Math.min(stretch.end, start + limits.longestMinutes / MINUTES_A_QUARTER))
}

const quartersBetween = (first: number, last: number): string[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => formatQuarter(quarter(first + index)))
