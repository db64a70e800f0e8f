import type { Occupancy } from '../domain/occupancy.ts'
import type { Attributes, Item } from './client.ts'
import { both, type Change, type Condition, when } from './expression.ts'

/**
 * Counters are the attributes `q0` to `q95`; an absent one counts as free, so an occupancy is never
 * initialised. `changes` counts the writes.
 */
export const occupancyOf = (item: Item | undefined): Occupancy => {
  const occupancy: Record<number, number> = {}
  for (const [name, value] of Object.entries(item ?? {})) {
    if (!/^q\d{1,2}$/.test(name)) continue
    if (typeof value !== 'number') throw new TypeError(`${name} of an occupancy is not a number`)
    occupancy[Number(name.slice(1))] = value
  }
  return occupancy
}

/** The same, from the wire. */
export const occupancyIn = (attributes: Attributes): Occupancy => {
  const occupancy: Record<number, number> = {}
  for (const name in attributes) {
    if (!/^q\d{1,2}$/.test(name)) continue
    const count = Number(attributes[name]?.N)
    if (Number.isNaN(count)) throw new TypeError(`${name} of an occupancy is not a number`)
    occupancy[Number(name.slice(1))] = count
  }
  return occupancy
}

/** Since it was read with so many changes. */
export const isUnchangedSince = (changes: number): Condition =>
  changes === 0 ? when`attribute_not_exists(#changes)` : when`#changes = ${changes}`

/** By quarter, what its counter gains or loses; never zero. */
export type CounterDeltas = Readonly<Record<number, number>>

/** Without a condition, which losses never need. */
export const forceCounters = (deltas: CounterDeltas): Change => ({
  add: { changes: 1, ...Object.fromEntries(Object.entries(deltas).map(([at, delta]) => [`q${at}`, delta])) },
})

/**
 * Compares each counter with what the gain leaves free, so that an absent one passes; 2 operators a quarter.
 */
const hasRoom = (deltas: CounterDeltas, capacity: number): Condition | undefined => {
  const gains = Object.entries(deltas).filter(([, delta]) => delta > 0)
  if (gains.some(([, delta]) => delta > capacity)) throw new RangeError('more places than the capacity')
  return gains.length > 0
    ? (placeholderOf) =>
        `NOT (${gains.map(([at, delta]) => `#q${at} > ${placeholderOf(capacity - delta)}`).join(' OR ')})`
    : undefined
}

/** With `changes`, only if nothing has changed it since it was read with so many. */
export const changeCounters = (
  { deltas, capacity }: { readonly deltas: CounterDeltas; readonly capacity: number },
  changes?: number,
): Change => {
  const room = hasRoom(deltas, capacity)
  const since = changes === undefined ? undefined : isUnchangedSince(changes)
  return {
    ...forceCounters(deltas),
    when: room && since ? both(room, since) : (room ?? since),
  }
}
