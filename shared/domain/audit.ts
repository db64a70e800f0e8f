import type { DaySheet } from './day-sheet.ts'
import type { Taking } from './footprint.ts'
import type { LocalDate } from './local-date.ts'
import { QUARTERS_A_DAY, type Quarter, quarter } from './quarter.ts'
import type { SpaceId } from './space.ts'

/** A sheet as it was read; `changes` counts the acts that it has seen. */
export type ReadSheet = {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly sheet: DaySheet
  readonly changes: number
}

/** A counter that is not the sum of the live bookings and of what is closed. */
export type Discrepancy = {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly quarter: Quarter
  readonly counted: number
  readonly expected: number
  readonly changes: number
}

const nameOf = ({ space, date }: { readonly space: SpaceId; readonly date: LocalDate }) => `${date} ${space}`

const expectedOf = (takings: readonly Taking[]): Map<string, number[]> => {
  const expected = new Map<string, number[]>()
  for (const taking of takings) {
    const counts = expected.get(nameOf(taking)) ?? Array<number>(QUARTERS_A_DAY).fill(0)
    for (let at = taking.start; at < taking.end; at++) counts[at] = (counts[at] ?? 0) + taking.places
    expected.set(nameOf(taking), counts)
  }
  return expected
}

const missingSheets = (sheets: readonly ReadSheet[], takings: readonly Taking[]): ReadSheet[] => {
  const known = new Set(sheets.map(nameOf))
  return [...new Map(takings.map((taking) => [nameOf(taking), taking])).values()]
    .filter((taking) => !known.has(nameOf(taking)))
    .map(({ space, date }) => ({ space, date, sheet: {}, changes: 0 }))
}

/** Which counters differ from what is taken, by date, space and quarter. */
export const discrepancies = (sheets: readonly ReadSheet[], takings: readonly Taking[]): Discrepancy[] => {
  const expected = expectedOf(takings)
  return [...sheets, ...missingSheets(sheets, takings)].flatMap(({ space, date, sheet, changes }) => {
    const counts = expected.get(nameOf({ space, date })) ?? []
    return Array.from({ length: QUARTERS_A_DAY }, (_, at) => ({
      ...{ space, date, changes },
      quarter: quarter(at),
      counted: sheet[at] ?? 0,
      expected: counts[at] ?? 0,
    })).filter((each) => each.counted !== each.expected)
  })
}
