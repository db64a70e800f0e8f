import type { DaySheet } from './day-sheet.ts'
import type { LocalDate } from './local-date.ts'
import { QUARTERS_A_DAY, type QuarterRange, quarter } from './quarter.ts'
import type { Space, SpaceId, Use } from './space.ts'

/** Places taken of one space, out of its capacity, in a range of quarters of one date. */
export type Taking = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly places: number
  readonly capacity: number
}

export type Wish = QuarterRange & { readonly date: LocalDate; readonly use: Use; readonly places: number }

const buffered = ({ start, end }: QuarterRange, { beforeQuarters, afterQuarters }: Space['buffers']): QuarterRange => ({
  start: quarter(Math.max(0, start - beforeQuarters)),
  end: quarter(Math.min(QUARTERS_A_DAY, end + afterQuarters)),
})

/**
 * All that using a space takes: its own places, buffers included, and those of the spaces that share its floor. A room
 * takes every place of each part and, of a whole, as many as they share; a desk of a part takes one of the whole. A
 * desk of a whole stands in no part in particular: the count of the whole keeps enough places for it.
 */
export const takingsOf = (space: Space, { date, start, end, use, places }: Wish): Taking[] => {
  const range = buffered({ start, end }, space.buffers)
  const own = {
    ...range,
    space: space.id,
    date,
    places: use === 'room' ? space.capacity : places,
    capacity: space.capacity,
  }
  const shared = space.relatives.flatMap(({ id, capacity, sharedPlaces }) => {
    const taken = use === 'room' ? sharedPlaces : space.parts.length > 0 ? 0 : places
    return taken > 0 ? [{ ...range, space: id, date, places: taken, capacity }] : []
  })
  return [own, ...shared]
}

/** What a sheet's counters gain or lose by one act, by quarter; never zero. */
export type SheetChange = {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly capacity: number
  readonly deltas: Readonly<Record<number, number>>
}

/** Freeing some takings and taking others, as one change for each sheet: what stays taken does not change. */
export const sheetChanges = (freed: readonly Taking[], taken: readonly Taking[]): SheetChange[] => {
  const changes = new Map<
    string,
    { space: SpaceId; date: LocalDate; capacity: number; deltas: Record<number, number> }
  >()
  const count = ({ space, date, capacity, start, end, places }: Taking, sign: 1 | -1) => {
    const change = changes.get(`${date} ${space}`) ?? { space, date, capacity, deltas: {} }
    if (sign > 0) change.capacity = capacity
    for (let at = start; at < end; at++) change.deltas[at] = (change.deltas[at] ?? 0) + sign * places
    changes.set(`${date} ${space}`, change)
  }
  for (const taking of freed) count(taking, -1)
  for (const taking of taken) count(taking, 1)
  return [...changes.values()]
    .map((change) => ({
      ...change,
      deltas: Object.fromEntries(Object.entries(change.deltas).filter(([, delta]) => delta !== 0)),
    }))
    .filter(({ deltas }) => Object.keys(deltas).length > 0)
}

const changed = (sheet: DaySheet, takings: readonly Taking[], sign: 1 | -1): DaySheet => {
  const counted: Record<number, number> = { ...sheet }
  for (const { start, end, places } of takings) {
    for (let at: number = start; at < end; at++) counted[at] = (counted[at] ?? 0) + sign * places
  }
  return counted
}

/** A sheet as it would be without some takings of its own. */
export const without = (sheet: DaySheet, takings: readonly Taking[]): DaySheet => changed(sheet, takings, -1)

/** A sheet as it would be with some takings more. */
export const withTakings = (sheet: DaySheet, takings: readonly Taking[]): DaySheet => changed(sheet, takings, 1)

/**
 * A part's sheet as a desk of it meets it: a whole may be full of people who stand in no part in particular. Any other
 * space's sheet is its own.
 */
export const withWholes = (space: Space, sheetOf: (space: SpaceId) => DaySheet): DaySheet => {
  const own = sheetOf(space.id)
  if (space.parts.length > 0) return own
  const met: Record<number, number> = { ...own }
  for (const { id, capacity } of space.relatives) {
    for (const [at, places] of Object.entries(sheetOf(id))) {
      met[Number(at)] = Math.max(met[Number(at)] ?? 0, space.capacity - (capacity - places))
    }
  }
  return met
}

/** The sheet as a booking meets it: a quarter counts as taken as the fullest of those that its buffers reach. */
export const withBuffers = (sheet: DaySheet, { beforeQuarters, afterQuarters }: Space['buffers']): DaySheet => {
  if (beforeQuarters === 0 && afterQuarters === 0) return sheet
  const reached: Record<number, number> = {}
  for (let at = 0; at < QUARTERS_A_DAY; at++) {
    for (let near = at - beforeQuarters; near <= at + afterQuarters; near++) {
      reached[at] = Math.max(reached[at] ?? 0, sheet[near] ?? 0)
    }
  }
  return reached
}
