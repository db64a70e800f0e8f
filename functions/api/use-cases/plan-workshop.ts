import type { BookingId, HolderId, WorkshopId } from '../../../shared/domain/booking.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { QuarterRange } from '../../../shared/domain/quarter.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import { covers } from '../../../shared/domain/rights.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import type { SpaceId } from '../../../shared/domain/space.ts'
import {
  decideWorkshop,
  type PlanRefusal,
  type Workshop,
  type WorkshopPlan,
  type WorkshopWords,
} from '../../../shared/domain/workshop.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { Holder, SignedInHolder } from '../../../shared/store/identity-item.ts'
import type { Hash } from '../../../shared/store/keys.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'
import { doingOf } from '../../http/access.ts'
import { hashOf, idOf } from '../../http/hash.ts'
import type { InventoryDependencies } from '../../inventory/inventory-dependencies.ts'
import { endLapsedOn } from '../../inventory/settle.ts'
import { whyTaken } from './why-taken.ts'

/** `mediator` is who plans unless told. */
export type WorkshopRequest = QuarterRange &
  WorkshopWords & {
    readonly site: SiteId
    readonly space: SpaceId
    readonly date: LocalDate
    readonly seats: number
    readonly places?: number
    readonly mediator?: HolderId
  }

export type PlanWorkshop = {
  readonly request: WorkshopRequest
  readonly planner: SignedInHolder
  readonly idempotencyKey: string
}

export type PlanWorkshopRefusal = PlanRefusal | { readonly kind: 'not-found' | 'name-missing' | 'key-reused' }

type Deps = InventoryDependencies & Pick<Dependencies, 'identities'>

const hashOfRequest = ({ site, space, date, start, end, ...request }: WorkshopRequest): Hash =>
  hashOf(
    ...[site, space, date, String(start), String(end), request.title, request.level ?? '', request.description ?? ''],
    ...[String(request.seats), String(request.places ?? ''), request.mediator ?? ''],
  )

const findMediator = async (
  { planner, request: { mediator = planner.id, site } }: PlanWorkshop,
  { identities, grants, sites }: Deps,
): Promise<Holder | undefined> => {
  if (mediator === planner.id) return planner
  const [theirs, place] = await Promise.all([grants.listGrants(mediator), sites.findPlace(site)])
  const mediates = theirs.some(({ role, scope }) => role === 'mediator' && covers(scope, place))
  return mediates ? identities.findHolder(mediator) : undefined
}

const decide = async ({ site, space: spaceId, ...request }: WorkshopRequest, plan: WorkshopPlan, deps: Deps) => {
  const { id: holder } = plan.mediator
  const [day, ownSheets] = await Promise.all([
    deps.sites.readDay(site, request.date),
    deps.bookings.readOwnSheets([holder], request.date),
  ])
  const space = day?.spaces.find(({ id }) => id === spaceId)
  if (!day || !space) return refuse({ kind: 'not-found' } as const)
  return decideWorkshop(plan, {
    ...day,
    space,
    holderSheet: ownSheets.get(holder) ?? {},
    tally: undefined,
    now: deps.now(),
  })
}

const attempt = async (command: PlanWorkshop, deps: Deps): Promise<Result<Workshop, PlanWorkshopRefusal>> => {
  const { request, planner, idempotencyKey } = command
  const doing = await doingOf(planner, 'plan-workshops', { site: request.site }, deps)
  if (!doing) return refuse({ kind: 'not-found' })
  const id = idOf('workshop', planner.id, idempotencyKey) as WorkshopId
  const requestHash = hashOfRequest(request)
  const existing = await deps.workshops.findWorkshop(id)
  if (existing) return existing.requestHash === requestHash ? ok(existing.workshop) : refuse({ kind: 'key-reused' })
  const mediator = await findMediator(command, deps)
  if (!mediator) return refuse({ kind: 'not-found' })
  if (!mediator.name) return refuse({ kind: 'name-missing' })

  const { site: _, space: __, ...words } = request
  const room = idOf('room', id) as BookingId
  const plan = { ...words, id, room, mediator: { id: mediator.id, name: mediator.name } }
  const decision = await decide(request, plan, deps)
  if (!decision.ok) {
    // What stands in the way may be this very workshop, written by the same request sent twice.
    if (await deps.workshops.findWorkshop(id)) throw new ContentionError('changed')
    const mayHaveLapsed = decision.error.kind === 'taken' || decision.error.kind === 'holder-busy'
    if (mayHaveLapsed && (await endLapsedOn({ ...request, holder: mediator.id }, deps)))
      throw new ContentionError('lapsed')
    return refuse(await whyTaken(decision.error, request, deps))
  }
  const conflict = await deps.workshops.addWorkshop(decision.value, requestHash, { ...doing, at: deps.now() })
  if (conflict) throw new ContentionError(conflict)
  return ok(decision.value.workshop)
}

/**
 * Plans a workshop: in one transaction its room and its mediator's time are taken, and it is listed. Who may not plan at
 * the site learns nothing of it. The same Idempotency-Key gives the same workshop.
 */
export const planWorkshop = (command: PlanWorkshop, deps: Deps): Promise<Result<Workshop, PlanWorkshopRefusal>> =>
  retryContended(() => attempt(command, deps))
