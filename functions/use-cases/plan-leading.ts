import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { BookingId, HolderId, SiteId, WorkshopId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { PlannedWorkshop, WorkshopPlan } from '../../shared/domain/workshop.ts'
import type { StoredChange } from '../../shared/store/booking-writes.ts'
import type { Dependencies } from '../dependencies.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { decidePresence, type PresenceRefusal } from './decide-presence.ts'
import { findMediator } from './find-mediator.ts'
import { idOf } from './hash.ts'

type Deps = BookingDependencies & Pick<Dependencies, 'identities'>

type Asked = {
  readonly workshop: WorkshopId
  readonly site: SiteId
  readonly planner: SignedInHolder
  readonly mediators?: readonly HolderId[] | undefined
}

const mediatorOf = async (
  id: HolderId,
  { planner, site }: Asked,
  deps: Deps,
): Promise<Awaited<ReturnType<typeof findMediator>>> => {
  if (id !== planner.id) return findMediator(id, site, deps)
  return planner.name ? ok({ id, name: planner.name }) : refuse({ kind: 'name-missing' })
}

type Leading = Pick<WorkshopPlan, 'mediator' | 'coMediators'>

/** Who leads it, with an identifier for the time of each beside the first. */
export const leadingOf = async (
  asked: Asked,
  deps: Deps,
): Promise<Result<Leading, { readonly kind: 'not-found' | 'name-missing' }>> => {
  const { planner, mediators = [planner.id], workshop } = asked
  const found = await Promise.all(mediators.map((id) => mediatorOf(id, asked, deps)))
  const refused = found.find((each) => !each.ok)
  if (refused && !refused.ok) return refused
  const [mediator, ...others] = found.flatMap((each) => (each.ok ? [each.value] : []))
  if (!mediator) return refuse({ kind: 'not-found' })
  const coMediators = others.map((each) => ({ ...each, presence: presenceIdOf(workshop, each.id, 0) }))
  return ok({ mediator, ...(coMediators.length > 0 && { coMediators }) })
}

/** Who takes part in it again has a booking of its own. */
export const presenceIdOf = (workshop: WorkshopId, holder: HolderId, revision: number): BookingId =>
  idOf('presence', workshop, holder, String(revision)) as BookingId

type Presences = {
  readonly plan: WorkshopPlan
  readonly site: SiteId
  readonly ownDayChanges: number
  readonly dry: 'dry' | undefined
}

/** The bookings of a plan, each with the own day that it was decided on, if all who lead it can be there. */
export const withPresences = async (
  { room, presences }: Pick<PlannedWorkshop, 'room' | 'presences'>,
  { plan, site, ownDayChanges, dry }: Presences,
  deps: Deps,
): Promise<Result<readonly StoredChange[], PresenceRefusal>> => {
  const bookings: StoredChange[] = [{ to: room, ownDayChanges }]
  for (const [at, presence] of presences.entries()) {
    const who = plan.coMediators?.[at]
    const can = who && (await decidePresence(who, { ...plan, site }, { dry }, deps))
    if (can && !can.ok) return can
    bookings.push({ to: presence, ownDayChanges: can?.value })
  }
  return ok(bookings)
}
