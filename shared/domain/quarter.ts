/** A quarter of an hour on the site's wall clock: 00:00 = 0, 08:00 = 32, 24:00 = 96. */
export type Quarter = number & { readonly brand: 'Quarter' }

export const QUARTERS_A_DAY = 96
export const MINUTES_A_QUARTER = 15

export const quarter = (value: number): Quarter => {
  if (!Number.isInteger(value) || value < 0 || value > QUARTERS_A_DAY)
    throw new RangeError(`not a quarter: ${value}`)
  return value as Quarter
}

export const addQuarters = (at: Quarter, quarters: number): Quarter => quarter(at + quarters)

/** Reads `"08:20"`, from `"00:00"` to `"24:00"`, in minutes; undefined when malformed. */
export const parseMinutes = (text: string): number | undefined => {
  const match = /^([01]\d|2[0-4]):([0-5]\d)$/.exec(text)
  const minutes = match ? Number(match[1]) * 60 + Number(match[2]) : Number.NaN
  return minutes <= QUARTERS_A_DAY * MINUTES_A_QUARTER ? minutes : undefined
}

/** Reads `"08:15"`; undefined when malformed or off the quarter. */
export const parseQuarter = (text: string): Quarter | undefined => {
  const minutes = parseMinutes(text)
  return minutes === undefined || minutes % MINUTES_A_QUARTER > 0
    ? undefined
    : ((minutes / MINUTES_A_QUARTER) as Quarter)
}

export const formatMinutes = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

export const formatQuarter = (value: Quarter): string => formatMinutes(value * MINUTES_A_QUARTER)
