import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import { asOf } from '../../shared/domain/booking-state.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { BookingId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor, Scope } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import { DEPARTEMENTS } from '../../shared/domain/territory.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import type { Call } from '../../shared/store/call-item.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { CallId } from '../../shared/store/keys/call-keys.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize, may } from './authorize.ts'
import { placesOf } from './read-bookings.ts'
import { scopesServedBy } from './served-by-phone.ts'

/** `placed` calls are about bookings, others about a `workshop`; `instead` is what an offer replaces. */
export type CallToMake = {
  readonly call: Call
  readonly holder: Holder
  readonly details?: BookingDetails | undefined
  readonly instead?: BookingDetails | undefined
  readonly workshop?: Workshop | undefined
}

const DAYS_BACK = 7
const MOST_CALLS = 50

type Deps = Pick<Dependencies, 'calls' | 'series' | 'sites' | 'workshops' | 'identities' | 'grants' | 'now'>

/** An expired offer is none, even if that is not written yet. */
const asOfNow = (call: Call, stored: Booking | undefined, { now }: Deps): Pick<CallToMake, 'call'> => {
  const status = stored && asOf(stored, now()).status
  const isNewer = stored && status !== stored.status && (status === 'cancelled' || status === 'no-show')
  return { call: isNewer ? { ...call, news: status } : call }
}

const found = async (ids: readonly BookingId[], deps: Deps): Promise<Map<string, Booking>> => {
  const bookings = await deps.series.findBookings(ids)
  return new Map(bookings.flatMap((each) => (each ? [[each.id as string, each] as const] : [])))
}

/** Others are about a workshop that somebody waits for, or a membership. */
const isAboutBooking = ({ id, holder, workshop }: Call): boolean => workshop === undefined && id !== holder

/** Soonest first. */
const describeCalls = async (calls: readonly Call[], deps: Deps): Promise<CallToMake[]> => {
  const bookings = await found(
    calls.filter(isAboutBooking).map(({ id }) => id as BookingId),
    deps,
  )
  const replaced = await found(
    [...bookings.values()].flatMap(({ replaces }) => replaces ?? []),
    deps,
  )
  const now = deps.now()
  const [details, workshops, holders] = await Promise.all([
    placesOf([...[...bookings.values()].map((each) => asOf(each, now)), ...replaced.values()], deps),
    deps.workshops.findWorkshops(calls.flatMap(({ workshop }) => workshop ?? [])),
    deps.identities.findHolders([...new Set(calls.map(({ holder }) => holder))]),
  ])
  const detailsOf = (id: string | undefined) => details.find(({ booking }) => booking.id === id)
  const workshopOf = (id: WorkshopId | undefined) => workshops.find((each) => each.id === id)
  return calls
    .map((call) => ({
      ...asOfNow(call, bookings.get(call.id), deps),
      holder: holders.get(call.holder) ?? { id: call.holder },
      details: detailsOf(call.id),
      instead: detailsOf(bookings.get(call.id)?.replaces),
      workshop: workshopOf(call.workshop),
    }))
    .sort((one, other) => one.call.date.localeCompare(other.call.date))
}

/** Undefined for people who may not act for others there. */
export const listCalls = async (
  { site, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Deps,
): Promise<CallToMake[] | undefined> =>
  (await may(by, 'make-calls', { site }, deps))
    ? describeCalls(await deps.calls.listCalls(site), deps)
    : undefined

export type PlacedCall = CallToMake & { readonly site: Site }

/** With `isAll` false, there are more than these. */
export type PlacedCalls = { readonly calls: readonly PlacedCall[]; readonly isAll: boolean }

const departementsOf = (scopes: readonly Scope[]): readonly string[] =>
  scopes.some(({ kind }) => kind === 'network')
    ? DEPARTEMENTS
    : scopes.flatMap((scope) => (scope.kind === 'departement' ? scope.departement : []))

const placed = async (made: CallToMake, { sites }: Deps): Promise<PlacedCall[]> => {
  const site = made.details?.site ?? (await sites.findSite(made.call.site))?.site
  return site ? [{ ...made, site }] : []
}

/** At all sites that `by` serves by telephone, the soonest from a week ago on; undefined for others. */
export const listCallsByPhone = async (by: Actor, deps: Deps): Promise<PlacedCalls | undefined> => {
  const scopes = await scopesServedBy(by, deps)
  if (!scopes) return undefined
  const from = addDays(localTimeAt(deps.now(), UTC).date, -DAYS_BACK)
  const listed = await deps.calls.listCallsIn(departementsOf(scopes), { from, most: MOST_CALLS + 1 })
  const calls = await describeCalls(listed.slice(0, MOST_CALLS), deps)
  return {
    calls: (await Promise.all(calls.map((each) => placed(each, deps)))).flat(),
    isAll: listed.length <= MOST_CALLS,
  }
}

export type NoteCall = {
  readonly site: SiteId
  readonly id: CallId
  readonly version: number
  readonly by: Actor
}

/** Records that a person was called; refused when there is newer news. */
export const noteCall = (
  { site, id, version, by }: NoteCall,
  deps: Pick<Deps, 'calls' | 'sites' | 'grants' | 'now'>,
): Promise<Result<Call, { readonly kind: 'not-found' | 'call-changed' }>> =>
  retryContended(async () => {
    const authorship = await authorize(by, 'make-calls', { site }, deps)
    const [call] = authorship ? await deps.calls.findCalls(site, [id]) : []
    if (!authorship || !call) return refuse({ kind: 'not-found' })
    if (call.version !== version) return refuse({ kind: 'call-changed' })
    if (!call.made && (await deps.calls.noteMade(call, { ...authorship, at: deps.now() })))
      throw new ContentionError('changed')
    return ok(call)
  })
