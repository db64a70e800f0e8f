/** A quarter of an hour on the site's wall clock: 00:00 = 0, 08:00 = 32, 24:00 = 96. */
export type Quarter = number & { readonly brand: 'Quarter' }

/** From `start` included to `end` excluded, within one local date. */
export type QuarterRange = { readonly start: Quarter; readonly end: Quarter }

export const QUARTERS_A_DAY = 96
export const MINUTES_A_QUARTER = 15

export const quarter = (value: number): Quarter => {
  if (!Number.isInteger(value) || value < 0 || value > QUARTERS_A_DAY) throw new RangeError(`not a quarter: ${value}`)
  return value as Quarter
}

export const addQuarters = (at: Quarter, quarters: number): Quarter => quarter(at + quarters)

/** Reads `"08:15"`, from `"00:00"` to `"24:00"`; undefined when malformed or off the quarter. */
export const parseQuarter = (text: string): Quarter | undefined => {
  const match = /^([01]\d|2[0-4]):(00|15|30|45)$/.exec(text)
  if (!match) return undefined
  const value = Number(match[1]) * 4 + Number(match[2]) / MINUTES_A_QUARTER
  return value > QUARTERS_A_DAY ? undefined : (value as Quarter)
}

export const formatMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const formatQuarter = (value: Quarter): string => formatMinutes(value * MINUTES_A_QUARTER)

/** The 96 quarters of a day as flags, from ranges that may touch or overlap. */
export const flagsOf = (ranges: readonly QuarterRange[]): boolean[] => {
  const flags = Array<boolean>(QUARTERS_A_DAY).fill(false)
  for (const range of ranges) flags.fill(true, range.start, range.end)
  return flags
}

/** Whether one of some ranges has all of another one. */
export const isWithin = (ranges: readonly QuarterRange[], { start, end }: QuarterRange): boolean =>
  ranges.some((range) => range.start <= start && end <= range.end)

/** The longest ranges over which `valueAt` stays the same; quarters where it is undefined belong to none. */
export const runsOf = <T>(valueAt: (at: Quarter) => T | undefined): (QuarterRange & { readonly value: T })[] => {
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
