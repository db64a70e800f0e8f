import type { CounterWeek } from './counter-hours.ts'
import type { DirectoryEntry } from './directory.ts'
import { gridStepsOf } from './point-grid.ts'
import { distanceKm, type Position } from './position.ts'

type DepartementCount = {
  readonly code: string
  readonly points: number
  readonly lent: number
  /** Lends nothing, with a counter that is closed for a part of the week. */
  readonly idle: number
}

type LentPoint = Pick<DirectoryEntry, 'id' | 'name' | 'departement'> & { readonly position: Position }

/** All points of contact, as they are drawn: those that lend with their names, the others by their counter. */
export type NetworkMap = {
  readonly degrees: number
  readonly departements: readonly DepartementCount[]
  readonly lent: readonly LentPoint[]
  readonly counters: Readonly<Record<CounterWeek, readonly number[]>>
}

/** Degrees of the grid: half a kilometre for the whole network, a hundred metres around a position. */
const WHOLE_DEGREES = 0.005
const AROUND_DEGREES = 0.001
const AROUND_KM = 100

const lends = ({ spaces }: DirectoryEntry): boolean => spaces.length > 0

const countsOf = (entries: readonly DirectoryEntry[]): DepartementCount[] =>
  [...Map.groupBy(entries, ({ departement }) => departement)]
    .map(([code, own]) => ({
      code,
      points: own.length,
      lent: own.filter(lends).length,
      idle: own.filter((entry) => !lends(entry) && entry.counter === 'partly').length,
    }))
    .sort((one, other) => (one.code < other.code ? -1 : 1))

const drawn = (entries: readonly DirectoryEntry[], degrees: number): NetworkMap => {
  const placed = entries.flatMap(({ position, ...entry }) => (position ? [{ ...entry, position }] : []))
  const stepsOf = (week: CounterWeek) =>
    gridStepsOf(
      placed.filter((entry) => !lends(entry) && entry.counter === week).map(({ position }) => position),
      degrees,
    )
  return {
    degrees,
    departements: countsOf(entries),
    lent: placed
      .filter(lends)
      .map(({ id, name, departement, position }) => ({ id, name, departement, position })),
    counters: {
      open: stepsOf('open'),
      partly: stepsOf('partly'),
      closed: stepsOf('closed'),
      unknown: stepsOf('unknown'),
    },
  }
}

/** The whole network. */
export const networkMapOf = (entries: readonly DirectoryEntry[]): NetworkMap => drawn(entries, WHOLE_DEGREES)

/** The network within `AROUND_KM` of a position. */
export const networkMapAround = (entries: readonly DirectoryEntry[], near: Position): NetworkMap =>
  drawn(
    entries.filter(({ position }) => position && distanceKm(near, position) <= AROUND_KM),
    AROUND_DEGREES,
  )
