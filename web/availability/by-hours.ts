type Ranges = readonly (readonly [string, string])[]

/** The days of a week, Monday is 1, by what is said of their hours; days without any are left out. */
export const byHours = (
  hours: readonly Ranges[],
  wordsOf: (ranges: Ranges) => string,
): (readonly [words: string, days: readonly number[]])[] => {
  const groups = new Map<string, number[]>()
  for (const [at, ranges] of hours.entries()) {
    const said = wordsOf(ranges)
    if (said) groups.set(said, [...(groups.get(said) ?? []), at + 1])
  }
  return [...groups]
}
