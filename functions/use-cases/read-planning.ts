import { closedRangeOn, isInForce } from '../../shared/domain/closure.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Dependencies } from '../dependencies.ts'
import { type Planned, plannedOn } from './planned.ts'
import { type ReadAvailability, readSiteDays, type SiteDays } from './read-availability.ts'
import { rightsAt } from './rights-at.ts'

type Deps = Pick<Dependencies, 'sites' | 'members' | 'planning' | 'calls' | 'grants' | 'now'>

/** `isNamed`: whether its reader sees who comes; `requests` counts open requests of all dates, `calls` the people to call. */
export type Planning = SiteDays & {
  readonly isNamed: boolean
  readonly planned: readonly Planned[]
  readonly requests: number
  readonly calls: number
}

/** Closures in force on the dates. */
export const closuresOn = ({ closures, dates }: SiteDays) =>
  closures.filter((closure) => isInForce(closure) && dates.some((date) => closedRangeOn(closure, date)))

/** Two round trips, whatever is booked elsewhere; undefined for people without access. */
export const readPlanning = async (
  { by, ...query }: ReadAvailability & { readonly by: Actor },
  deps: Deps,
): Promise<Planning | undefined> => {
  const now = deps.now()
  // The site's zone is still unknown, so the range grows by a day on each side.
  const today = addDays(localTimeAt(now, UTC).date, -1)
  const from = query.from ?? today
  const span = { today, from, to: addDays(from, query.days + 1), now }
  const [mayHere, found, active, toCall] = await Promise.all([
    rightsAt(by, query.site, deps),
    readSiteDays(query, deps),
    deps.planning.listBookings(query.site, span),
    deps.calls.listToCall(query.site),
  ])
  if (!mayHere('see-use') || !found) return undefined
  return {
    ...found,
    isNamed: mayHere('read-planning'),
    closures: closuresOn(found),
    planned: plannedOn(found, await deps.planning.readDetails(active.dated), now),
    requests: active.held.filter(({ status }) => status === 'requested').length,
    calls: toCall.size,
  }
}
