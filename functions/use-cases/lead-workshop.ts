import type { Booking } from '../../shared/domain/booking.ts'
import { cancelled } from '../../shared/domain/booking-state.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { type CoMediator, isLedBy, mediatorsOf, presenceOf } from '../../shared/domain/mediators.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import { isMoved } from '../../shared/domain/workshop-edit.ts'
import type { StoredChange } from '../../shared/store/booking-writes.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { decidePresence, type PresenceRefusal } from './decide-presence.ts'
import { findMediator } from './find-mediator.ts'
import { presenceIdOf } from './plan-leading.ts'

/** All who are to lead it; who leads it already needs no right to go on. */
export const findLeading = async (
  ids: readonly HolderId[],
  workshop: Workshop,
  deps: BookingDependencies,
): Promise<Result<readonly CoMediator[], { readonly kind: 'not-found' | 'name-missing' }>> => {
  const leading = mediatorsOf(workshop)
  const found = await Promise.all(
    ids.map((id) => {
      const known = leading.find((each) => each.id === id)
      return known ? ok(known) : findMediator(id, workshop.site, deps)
    }),
  )
  const refused = found.find((each) => !each.ok)
  if (refused && !refused.ok) return refuse(refused.error)
  return ok(
    found.flatMap((each) => {
      if (!each.ok) return []
      const presence = presenceIdOf(workshop.id, each.value.id, workshop.revision + 1)
      return [{ ...each.value, presence }]
    }),
  )
}

type Change = {
  readonly from: Workshop
  readonly to: Workshop
  readonly presences: readonly Booking[]
}

/** What somebody has of the workshop already. */
export const ownOf = (holder: HolderId, { presences }: Pick<Change, 'presences'>): Booking | undefined =>
  presences.find((each) => each.holder === holder)

/** Who joins several workshops by one act is told of all of them at once. */
const presenceIn = (to: Workshop, room: Booking, who: CoMediator): Booking => ({
  ...presenceOf(room, who),
  ...(to.act && { withCycle: true }),
})

/** The time of those who lead it beside its first mediator, once `room` is where it is then. */
export const planPresences = async (
  change: Change,
  room: Booking,
  deps: BookingDependencies,
): Promise<Result<readonly StoredChange[], PresenceRefusal>> => {
  const { from, to, presences } = change
  const { coMediators = [] } = to
  const gone = presences.filter(({ id }) => !coMediators.some(({ presence }) => presence === id))
  const changes: StoredChange[] = gone.map((each) => ({ from: each, to: cancelled(each, 'handed-over') }))
  for (const each of coMediators) {
    const before = presences.find(({ id }) => id === each.presence)
    if (before && !isMoved(from, to)) continue
    const own = before ?? (isLedBy(from, each.id) ? room : undefined)
    const can = await decidePresence(each, to, { own }, deps)
    if (!can.ok) return can
    changes.push({
      ...(before && { from: before }),
      to: before ? { ...presenceOf(room, each), revision: before.revision + 1 } : presenceIn(to, room, each),
      ownDayChanges: can.value,
    })
  }
  return ok(changes)
}
