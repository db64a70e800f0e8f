import type { SpaceId } from './ids.ts'
import type { LocalDate } from './local-date.ts'
import type { Occupancy } from './occupancy.ts'
import { QUARTERS_A_DAY, quarter } from './quarter.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Space, Use } from './space.ts'

export type Allocation = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly places: number
  readonly capacity: number
}

export type Demand = QuarterRange & { readonly date: LocalDate; readonly use: Use; readonly places: number }

const buffered = (
  { start, end }: QuarterRange,
  { beforeQuarters, afterQuarters }: Space['buffers'],
): QuarterRange => ({
  start: quarter(Math.max(0, start - beforeQuarters)),
  end: quarter(Math.min(QUARTERS_A_DAY, end + afterQuarters)),
})

/**
 * The places of a use with its buffers, and those of overlapping spaces. A room takes every place of each
 * part and, of a whole, the shared ones; a desk of a part takes one of the whole. A desk of a whole is in no
 * particular part: the counter of the whole keeps a place for it.
 */
export const allocationsOf = (space: Space, { date, start, end, use, places }: Demand): Allocation[] => {
  const range = buffered({ start, end }, space.buffers)
  const own = {
    ...range,
    space: space.id,
    date,
    places: use === 'room' ? space.capacity : places,
    capacity: space.capacity,
  }
  const shared = space.overlappingSpaces.flatMap(({ id, capacity, sharedPlaces }) => {
    const taken = use === 'room' ? sharedPlaces : space.parts.length > 0 ? 0 : places
    return taken > 0 ? [{ ...range, space: id, date, places: taken, capacity }] : []
  })
  return [own, ...shared]
}

export type OccupancyChange = {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly capacity: number
  readonly deltas: Readonly<Record<number, number>>
}

/** Allocations both freed and taken cancel out. */
export const occupancyChanges = (
  freed: readonly Allocation[],
  taken: readonly Allocation[],
): OccupancyChange[] => {
  const changes = new Map<
    string,
    { space: SpaceId; date: LocalDate; capacity: number; deltas: Record<number, number> }
  >()
  const count = ({ space, date, capacity, start, end, places }: Allocation, sign: 1 | -1) => {
    const change = changes.get(`${date} ${space}`) ?? { space, date, capacity, deltas: {} }
    if (sign > 0) change.capacity = capacity
    for (let at = start; at < end; at++) change.deltas[at] = (change.deltas[at] ?? 0) + sign * places
    changes.set(`${date} ${space}`, change)
  }
  for (const allocation of freed) count(allocation, -1)
  for (const allocation of taken) count(allocation, 1)
  return [...changes.values()]
    .map((change) => ({
      ...change,
      deltas: Object.fromEntries(Object.entries(change.deltas).filter(([, delta]) => delta !== 0)),
    }))
    .filter(({ deltas }) => Object.keys(deltas).length > 0)
}

/** Whether the same places are taken in the same quarters, whatever the capacity they are taken out of. */
export const isSameAllocations = (one: readonly Allocation[], other: readonly Allocation[]): boolean =>
  occupancyChanges(one, other).length === 0

const changed = (occupancy: Occupancy, allocations: readonly Allocation[], sign: 1 | -1): Occupancy => {
  const counted: Record<number, number> = { ...occupancy }
  for (const { start, end, places } of allocations) {
    for (let at: number = start; at < end; at++) counted[at] = (counted[at] ?? 0) + sign * places
  }
  return counted
}

export const withoutAllocations = (occupancy: Occupancy, allocations: readonly Allocation[]): Occupancy =>
  changed(occupancy, allocations, -1)

export const withAllocations = (occupancy: Occupancy, allocations: readonly Allocation[]): Occupancy =>
  changed(occupancy, allocations, 1)

/** Counts desks booked in the whole room as well: they are in no particular part. */
export const occupancySeenByDesk = (space: Space, occupancyOf: (space: SpaceId) => Occupancy): Occupancy => {
  const own = occupancyOf(space.id)
  if (space.parts.length > 0) return own
  const met: Record<number, number> = { ...own }
  for (const { id, capacity } of space.overlappingSpaces) {
    for (const [at, places] of Object.entries(occupancyOf(id))) {
      met[Number(at)] = Math.max(met[Number(at)] ?? 0, space.capacity - (capacity - places))
    }
  }
  return met
}

/** Raises each quarter to the fullest of those that its buffers reach. */
export const withBuffers = (
  occupancy: Occupancy,
  { beforeQuarters, afterQuarters }: Space['buffers'],
): Occupancy => {
  if (beforeQuarters === 0 && afterQuarters === 0) return occupancy
  const reached: Record<number, number> = {}
  for (let at = 0; at < QUARTERS_A_DAY; at++) {
    for (let near = at - beforeQuarters; near <= at + afterQuarters; near++) {
      reached[at] = Math.max(reached[at] ?? 0, occupancy[near] ?? 0)
    }
  }
  return reached
}
