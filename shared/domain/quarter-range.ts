import { formatQuarter, QUARTERS_A_DAY, type Quarter, quarter } from './quarter.ts'

/** `end` is excluded; both lie within one local date. */
export type QuarterRange = { readonly start: Quarter; readonly end: Quarter }

export const flagsOf = (ranges: readonly QuarterRange[]): boolean[] => {
  const flags = Array<boolean>(QUARTERS_A_DAY).fill(false)
  for (const range of ranges) flags.fill(true, range.start, range.end)
  return flags
}

export const isWithin = (ranges: readonly QuarterRange[], { start, end }: QuarterRange): boolean =>
  ranges.some((range) => range.start <= start && end <= range.end)

/** Maximal ranges of equal `valueAt`; quarters where it is undefined belong to none. */
export const runsOf = <T>(
  valueAt: (at: Quarter) => T | undefined,
): (QuarterRange & { readonly value: T })[] => {
  const runs: { start: Quarter; end: Quarter; value: T }[] = []
  for (let at = 0; at < QUARTERS_A_DAY; at++) {
    const value = valueAt(quarter(at))
    if (value === undefined) continue
    const last = runs.at(-1)
    if (last && last.end === at && last.value === value) last.end = quarter(at + 1)
    else runs.push({ start: quarter(at), end: quarter(at + 1), value })
  }
  return runs
}

export const rangesOf = (flags: readonly boolean[]): QuarterRange[] =>
  runsOf((at) => flags[at] || undefined).map(({ start, end }) => ({ start, end }))

export const overlaps = (one: QuarterRange, other: QuarterRange): boolean =>
  one.start < other.end && other.start < one.end

export const minusRanges = (
  open: readonly QuarterRange[],
  closed: readonly QuarterRange[],
): QuarterRange[] => {
  const flags = flagsOf(open)
  for (const { start, end } of closed) flags.fill(false, start, end)
  return rangesOf(flags)
}

export const formatRange = ({ start, end }: QuarterRange): [string, string] => [
  formatQuarter(start),
  formatQuarter(end),
]
