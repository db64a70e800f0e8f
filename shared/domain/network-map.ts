import type { CounterWeek } from './counter-hours.ts'
import type { DirectoryEntry } from './directory.ts'
import { type BoxedOutline, type Outlines, outlinesWithin } from './outlines.ts'
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
  readonly outlines: Outlines
}

/** Degrees of the grid: half a kilometre for the whole network, a hundred metres around a position. */
const WHOLE_DEGREES = 0.005
const AROUND_DEGREES = 0.001
/** Further away, points that lend nothing would lie on each other. */
export const COUNTERS_KM = 100

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

type Drawn = Omit<NetworkMap, 'outlines' | 'degrees'>

const drawn = (entries: readonly DirectoryEntry[], degrees: number, isNear: boolean): Drawn => {
  const placed = entries.flatMap(({ position, ...entry }) => (position ? [{ ...entry, position }] : []))
  const others = isNear ? placed.filter((entry) => !lends(entry)) : []
  const stepsOf = (week: CounterWeek) =>
    gridStepsOf(
      others.filter(({ counter }) => counter === week).map(({ position }) => position),
      degrees,
    )
  return {
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

type Outlined = Outlines<BoxedOutline>

/** The whole network. */
export const networkMapOf = (entries: readonly DirectoryEntry[], outlines: Outlined): NetworkMap => ({
  degrees: WHOLE_DEGREES,
  ...drawn(entries, WHOLE_DEGREES, true),
  outlines,
})

/** A position and the kilometres around it. */
export type Surroundings = { readonly near: Position; readonly km: number }

/** The network around a position; beyond `COUNTERS_KM` only with what lends. */
export const networkMapAround = (
  entries: readonly DirectoryEntry[],
  outlines: Outlined,
  { near, km }: Surroundings,
): NetworkMap => ({
  degrees: AROUND_DEGREES,
  ...drawn(
    entries.filter(({ position }) => position && distanceKm(near, position) <= km),
    AROUND_DEGREES,
    km <= COUNTERS_KM,
  ),
  outlines: outlinesWithin(outlines, near, km),
})
