import type { CounterDay, MinuteRange } from '../../../shared/domain/counter-hours.ts'

export type MinuteRanges = readonly MinuteRange[]

export const CLOSED: MinuteRanges = []

/** Sorted and disjoint: overlapping and adjacent ranges merge. */
export const mergeRanges = (ranges: MinuteRanges): MinuteRanges => {
  const merged: [from: number, to: number][] = []
  for (const [from, to] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && from <= last[1]) last[1] = Math.max(last[1], to)
    else if (from < to) merged.push([from, to])
  }
  return merged
}

/** The same text for the same day, as a key to count and compare by. */
export const patternOf = (day: CounterDay): string =>
  day === 'unknown' ? day : day.map(([from, to]) => `${from}-${to}`).join(',')

export const sameDay = (a: CounterDay, b: CounterDay): boolean => patternOf(a) === patternOf(b)
