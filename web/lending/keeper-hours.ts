/** Hours on some days, as one says them: "from Monday to Friday from 8:30 to noon". */
export type HoursRow = {
  readonly weekdays: readonly number[]
  readonly start: string
  readonly end: string
}

type Hours = [string, string][][]

const DAYS = 7

export const rowsOfHours = (hours: Hours): HoursRow[] => {
  const rows = new Map<string, { weekdays: number[]; start: string; end: string }>()
  hours.forEach((ranges, at) => {
    for (const [start, end] of ranges) {
      const row = rows.get(`${start} ${end}`)
      if (row) row.weekdays.push(at + 1)
      else rows.set(`${start} ${end}`, { weekdays: [at + 1], start, end })
    }
  })
  return [...rows.values()]
}

export const hoursOfRows = (rows: readonly HoursRow[]): Hours =>
  Array.from({ length: DAYS }, (_, at) =>
    rows
      .filter(({ weekdays }) => weekdays.includes(at + 1))
      .map(({ start, end }): [string, string] => [start, end])
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  )

/** Two rows of one day that meet or overlap. */
export const isMixed = (hours: Hours): boolean =>
  hours.some((ranges) => ranges.some(([start], at) => at > 0 && start <= (ranges[at - 1]?.[1] ?? '')))
