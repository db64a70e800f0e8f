import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { BookingId, HolderId, SiteId, SpaceId, WorkshopId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { opensToAllAt } from '../../shared/domain/newcomers.ts'
import type { QuarterRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { TravelRefusal } from '../../shared/domain/travel.ts'
import {
  decideWorkshop,
  type Workshop,
  type WorkshopDescription,
  type WorkshopPlan,
  type WorkshopRefusal,
} from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { readMediatorDay, travelRefusalOn } from './check-travel.ts'
import { endLapsedOn } from './commit-and-offer.ts'
import type { PresenceRefusal } from './decide-presence.ts'
import { explainRefusal, explainTaken, type InTheWay, mayHaveLapsed } from './explain-refusal.ts'
import { hashOfRequest, idOf } from './hash.ts'
import { type Lapsed, NONE_LAPSED, readLapsed, withoutLapsed } from './lapsed-holds.ts'
import { leadingOf, withPresences } from './plan-leading.ts'

/** `mediators` defaults to the person who plans; the first of them holds the room. */
export type WorkshopRequest = QuarterRange &
  WorkshopDescription & {
    readonly site: SiteId
    readonly space: SpaceId
    readonly date: LocalDate
    readonly seats?: number
    readonly places?: number
    readonly mediators?: readonly HolderId[]
  }

const USUAL_SEATS = 6

const seatsIn = ({ seats = USUAL_SEATS, appointments }: WorkshopRequest): number => (appointments ? 1 : seats)

export type PlanWorkshop = {
  readonly request: WorkshopRequest
  readonly planner: SignedInHolder
  readonly idempotencyKey: string
}

export type PlanWorkshopRefusal =
  | WorkshopRefusal
  | TravelRefusal
  | PresenceRefusal
  | { readonly kind: 'not-found' | 'name-missing' | 'key-reused' }

type Deps = BookingDependencies & Pick<Dependencies, 'identities'>

const decide = async (
  { site, space: spaceId, ...request }: WorkshopRequest,
  { plan, lapsed, dry }: { readonly plan: WorkshopPlan; readonly lapsed: Lapsed; readonly dry?: 'dry' },
  deps: Deps,
) => {
  const [day, mediatorDay] = await Promise.all([
    deps.sites.readDay(site, request.date),
    readMediatorDay(plan.mediator.id, { site, date: request.date }, deps),
  ])
  const space = day?.spaces.find(({ id }) => id === spaceId)
  if (!day || !space) return refuse({ kind: 'not-found' } as const)
  const { occupancy: holderOccupancy, changes: ownDayChanges } = mediatorDay
  const free = withoutLapsed({ ...day, holderOccupancy }, request.date, lapsed)
  const context = { ...free, space, usage: undefined, now: deps.now() }
  const decision = decideWorkshop(plan, context)
  if (!decision.ok) return decision
  const tooFar = travelRefusalOn(mediatorDay, { site, ...request })
  if (tooFar) return refuse(tooFar)
  const bookings = await withPresences(decision.value, { plan, site, ownDayChanges, dry }, deps)
  if (!bookings.ok) return bookings
  const { workshop } = decision.value
  return ok({ workshop, bookings: bookings.value, opensToAllAt: opensToAllAt(workshop, day.site) })
}

export const workshopIdOf = (planner: HolderId, idempotencyKey: string): WorkshopId =>
  idOf('workshop', planner, idempotencyKey) as WorkshopId

/** Decides like a plan that first ends the expired holds in its way. */
const check = async (request: WorkshopRequest, plan: WorkshopPlan, deps: Deps) => {
  const decision = await decide(request, { plan, lapsed: NONE_LAPSED, dry: 'dry' }, deps)
  if (decision.ok || !mayHaveLapsed(decision.error)) return decision
  const { site, date } = request
  const lapsed = await readLapsed({ site, from: date, to: date, holder: plan.mediator.id }, deps)
  return decide(request, { plan, lapsed, dry: 'dry' }, deps)
}

/** `dry` decides as ever and writes nothing. */
const attempt = async (
  command: PlanWorkshop,
  deps: Deps,
  dry?: 'dry',
): Promise<Result<Workshop, PlanWorkshopRefusal>> => {
  const { request, planner, idempotencyKey } = command
  const authorship = await authorize(planner, 'plan-workshops', { site: request.site }, deps)
  if (!authorship) return refuse({ kind: 'not-found' })
  const id = workshopIdOf(planner.id, idempotencyKey)
  const requestHash = hashOfRequest('workshop', request)
  const existing = await deps.workshops.findWorkshop(id)
  if (existing)
    return existing.requestHash === requestHash ? ok(existing.workshop) : refuse({ kind: 'key-reused' })
  const leading = await leadingOf({ ...request, planner, workshop: id }, deps)
  if (!leading.ok) return leading

  const { site: _, space: __, mediators: ___, ...words } = request
  const room = idOf('room', id) as BookingId
  const plan = { ...words, seats: seatsIn(request), id, room, ...leading.value }
  if (dry) {
    const checked = await check(request, plan, deps)
    return checked.ok ? ok(checked.value.workshop) : refuse(await explainTaken(checked.error, request, deps))
  }
  const decision = await decide(request, { plan, lapsed: NONE_LAPSED }, deps)
  if (!decision.ok) {
    const mayDecideOtherwise = {
      isStale: async () => (await deps.workshops.findWorkshop(id)) !== undefined,
      freeLapsed: (refused: InTheWay) => endLapsedOn({ ...request, holder: plan.mediator.id, refused }, deps),
    }
    return refuse(await explainRefusal(decision.error, request, mayDecideOtherwise, deps))
  }
  const conflict = await deps.workshops.addWorkshop(decision.value, requestHash, {
    ...authorship,
    at: deps.now(),
  })
  if (conflict) throw new ContentionError(conflict)
  return ok(decision.value.workshop)
}

/**
 * Plans a workshop: one transaction takes its room and its mediator's time, and lists it. The same
 * Idempotency-Key gives the same workshop. People without access learn nothing.
 */
export const planWorkshop = (
  command: PlanWorkshop,
  deps: Deps,
): Promise<Result<Workshop, PlanWorkshopRefusal>> => retryContended(() => attempt(command, deps))

/** Whether the workshop could be planned now; writes nothing. */
export const checkWorkshop = (
  command: PlanWorkshop,
  deps: Deps,
): Promise<Result<Workshop, PlanWorkshopRefusal>> => attempt(command, deps, 'dry')
