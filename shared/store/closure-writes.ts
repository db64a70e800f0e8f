import type { OccupancyChange } from '../domain/allocation.ts'
import type { ClosedDay, Closure } from '../domain/closure.ts'
import type { SiteId } from '../domain/ids.ts'
import type { Table } from './client.ts'
import { when } from './expression.ts'
import { closedDayKey, closureKey, occupancyKey } from './keys/site-keys.ts'
import { forceCounters } from './occupancy-item.ts'
import { check, update, type Write } from './write.ts'

/** Without a condition: a closure takes a space whatever is booked there, and frees only what it took. */
export const occupancyWrites = (table: Table, site: SiteId, changes: readonly OccupancyChange[]): Write[] =>
  changes.map(({ space, date, deltas }) =>
    update(table, occupancyKey(site, date, space), forceCounters(deltas)),
  )

export const isClosing = (table: Table, { site, id }: Closure): Write =>
  check(table, closureKey(site, id), when`#state = ${'closing'}`)

export const reopening = (table: Table, { site, id }: Closure): Write =>
  update(table, closureKey(site, id), {
    set: { state: 'reopening' },
    when: when`#state IN (${'closing'}, ${'closed'})`,
  })

export const freeing = (table: Table, site: SiteId, { date, closure }: ClosedDay): Write =>
  update(table, closedDayKey(site, date, closure), {
    set: { state: 'freed' },
    when: when`#state = ${'closed'}`,
  })

/** The closed day takes `now` instead of its own allocations. */
export const reallocating = (
  table: Table,
  site: SiteId,
  { date, closure, allocations }: ClosedDay,
  now: ClosedDay['allocations'],
): Write =>
  update(table, closedDayKey(site, date, closure), {
    set: { allocations: now },
    when: when`#state = ${'closed'} AND #allocations = ${allocations}`,
  })
