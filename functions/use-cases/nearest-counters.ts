import { closedRangeOn, isInForce } from '../../shared/domain/closure.ts'
import { type CounterState, counterStateAt, type MinuteRange } from '../../shared/domain/counter-hours.ts'
import { departementNear } from '../../shared/domain/departement-position.ts'
import type { Directory, DirectoryMatch } from '../../shared/domain/directory.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { type Instant, instantOf, type LocalTime, localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { Position } from '../../shared/domain/position.ts'
import { MINUTES_A_QUARTER } from '../../shared/domain/quarter.ts'
import type { Site } from '../../shared/domain/site.ts'
import { territoryNameOf, territoryOf } from '../../shared/domain/territory.ts'
import type { HoursStore } from '../../shared/store/hours-store.ts'
import type { LentSite, SiteStore } from '../../shared/store/site-store.ts'

/** Counters whose hours are read, in one request. */
const MOST_READ = 40
/** Nobody goes farther while a counter this near opens at all. */
const NEAR_KM = 30

type Deps = {
  readonly hours: HoursStore
  readonly sites: Pick<SiteStore, 'findSite'>
}

export type NearestCounters = {
  readonly directory: Pick<Directory, 'search'>
  readonly near: Position
  readonly at: Instant
  readonly limit: number
  readonly except?: SiteId | undefined
}

export type OpenCounter = {
  readonly match: DirectoryMatch
  readonly site: Site
  readonly state: CounterState
}

/** When the whole site is closed on a date, in minutes. */
const closedMinutes = ({ closures }: LentSite, date: LocalDate): MinuteRange[] =>
  closures.flatMap((closure) => {
    const range = isInForce(closure) && !closure.spaces && closedRangeOn(closure, date)
    return range ? [[range.start * MINUTES_A_QUARTER, range.end * MINUTES_A_QUARTER] as const] : []
  })

/** Undefined while a closure shuts it then; one that begins later that day ends its hours. */
const stateBesideClosures = (
  state: CounterState,
  lent: LentSite,
  { date, minute }: LocalTime,
): CounterState | undefined => {
  const closed = closedMinutes(lent, date)
  if (closed.some(([from, to]) => from <= minute && minute < to)) return undefined
  if (!('openUntil' in state)) return state
  return { openUntil: Math.min(state.openUntil, ...closed.flatMap(([from]) => (from > minute ? from : []))) }
}

/** In milliseconds; none while it is open. */
const waitFor = (state: CounterState, { timeZone }: Pick<Site, 'timeZone'>, at: Instant): number =>
  'openUntil' in state ? 0 : instantOf({ date: state.opensOn, minute: state.opensAt }, timeZone) - at

type Candidate = { readonly match: DirectoryMatch; readonly wait: number }

/** In the territory and near if any; soonest first, then nearest. */
const inOrder = (candidates: readonly Candidate[]): Candidate[] => {
  const near = candidates.filter(({ match: { distanceKm = NEAR_KM + 1 } }) => distanceKm <= NEAR_KM)
  return (near.length > 0 ? near : candidates).toSorted((a, b) => a.wait - b.wait)
}

/** Those that are open at that time, the nearest first, then those that open next; closures count. */
export const nearestCounters = async (
  { directory, near, at, limit, except }: NearestCounters,
  { hours: known, sites }: Deps,
): Promise<OpenCounter[]> => {
  const territory = territoryNameOf(departementNear(near).departement)
  const { matches } = directory.search({ near, territory, limit: MOST_READ })
  const there = matches.filter(
    ({ id, departement }) => id !== except && territoryNameOf(departement) === territory,
  )
  const hours = await known.readHours(there.map(({ id }) => id))
  const stateOf = ({ timeZone }: Pick<Site, 'timeZone'>, { id, departement }: DirectoryMatch) =>
    counterStateAt(hours.get(id), localTimeAt(at, timeZone), departement)
  const candidates = there.flatMap((match): Candidate[] => {
    const zone = territoryOf(match.postcode)
    const state = stateOf(zone, match)
    return state ? [{ match, wait: waitFor(state, zone, at) }] : []
  })
  const found: OpenCounter[] = []
  for (const { match } of inOrder(candidates)) {
    if (found.length === limit) break
    const lent = await sites.findSite(match.id)
    const state = lent && stateOf(lent.site, match)
    if (!state) continue
    const opens =
      'openUntil' in state
        ? localTimeAt(at, lent.site.timeZone)
        : { date: state.opensOn, minute: state.opensAt }
    const told = stateBesideClosures(state, lent, opens)
    if (told) found.push({ match, site: lent.site, state: told })
  }
  return found
}
