import type { Allocation } from './allocation.ts'
import type { SpaceId } from './ids.ts'
import type { LocalDate } from './local-date.ts'
import type { Occupancy } from './occupancy.ts'
import { QUARTERS_A_DAY, type Quarter, quarter } from './quarter.ts'

export type ReadOccupancy = {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly occupancy: Occupancy
  readonly changes: number
}

export type Discrepancy = {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly quarter: Quarter
  readonly counted: number
  readonly expected: number
  readonly changes: number
}

const nameOf = ({ space, date }: { readonly space: SpaceId; readonly date: LocalDate }) => `${date} ${space}`

const expectedOf = (allocations: readonly Allocation[]): Map<string, number[]> => {
  const expected = new Map<string, number[]>()
  for (const allocation of allocations) {
    const counts = expected.get(nameOf(allocation)) ?? Array<number>(QUARTERS_A_DAY).fill(0)
    for (let at = allocation.start; at < allocation.end; at++)
      counts[at] = (counts[at] ?? 0) + allocation.places
    expected.set(nameOf(allocation), counts)
  }
  return expected
}

const missingOccupancies = (
  occupancies: readonly ReadOccupancy[],
  allocations: readonly Allocation[],
): ReadOccupancy[] => {
  const known = new Set(occupancies.map(nameOf))
  return [...new Map(allocations.map((allocation) => [nameOf(allocation), allocation])).values()]
    .filter((allocation) => !known.has(nameOf(allocation)))
    .map(({ space, date }) => ({ space, date, occupancy: {}, changes: 0 }))
}

export const discrepancies = (
  occupancies: readonly ReadOccupancy[],
  allocations: readonly Allocation[],
): Discrepancy[] => {
  const expected = expectedOf(allocations)
  return [...occupancies, ...missingOccupancies(occupancies, allocations)].flatMap(
    ({ space, date, occupancy, changes }) => {
      const counts = expected.get(nameOf({ space, date })) ?? []
      return Array.from({ length: QUARTERS_A_DAY }, (_, at) => ({
        ...{ space, date, changes },
        quarter: quarter(at),
        counted: occupancy[at] ?? 0,
        expected: counts[at] ?? 0,
      })).filter((each) => each.counted !== each.expected)
    },
  )
}
