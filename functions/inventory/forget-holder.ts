import type { Act } from '../../shared/domain/act.ts'
import { type Booking, type HolderId, NOBODY } from '../../shared/domain/booking.ts'
import { cancelled, hasLapsed, hasStarted, isStanding } from '../../shared/domain/booking-change.ts'
import { givingOf } from '../../shared/domain/invitation.ts'
import { type Grant, ofAssociation } from '../../shared/domain/rights.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { cancelWorkshop, OF_ITSELF } from './cancel-workshop.ts'
import type { IsOver } from './finish-closure.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'
import { settle } from './settle.ts'

export type ForgetDeps = InventoryDependencies & Pick<Dependencies, 'acts' | 'erasures' | 'series' | 'invitations'>

/** What their holder will not use goes to who waits for it. */
const free = (id: Booking['id'], deps: ForgetDeps): Promise<void> =>
  retryContended(async () => {
    const booking = await deps.bookings.findBooking(id)
    const place = booking && (await deps.sites.findSite(booking.site))
    if (!booking || !place || !isStanding(booking) || hasStarted(booking, place.site, deps.now())) return
    if (booking.workshop && !seatIn(booking)) {
      await cancelWorkshop(booking.workshop, { doing: OF_ITSELF }, deps)
      return
    }
    const cause = hasLapsed(booking, deps.now()) ? 'lapsed' : 'holder'
    await settle([{ from: booking, to: cancelled(booking, cause) }], deps)
  })

/** A booking that is counted, and nobody's any more. */
export const forgetBooking = async (booking: Booking, { erasures }: Pick<ForgetDeps, 'erasures'>): Promise<void> => {
  if (booking.workshop && !seatIn(booking)) await erasures.anonymiseWorkshop(booking.workshop, booking.holder)
  await erasures.leaveTally(booking)
  await erasures.anonymise(booking)
}

const endWaits = async (holder: HolderId, deps: ForgetDeps): Promise<void> => {
  for (const wait of await deps.waits.listAll(holder)) {
    // One that is no longer waiting has left the queue.
    if (wait.status === 'waiting') await retryContended(() => deps.waits.leave(wait))
    await deps.waits.remove(wait)
  }
}

/** False when no time was left for all of it. */
const forgetBookings = async (holder: HolderId, isOver: IsOver, deps: ForgetDeps): Promise<boolean> => {
  for (const booking of await deps.bookings.listAll(holder)) {
    if (isOver()) return false
    if (isStanding(booking)) await free(booking.id, deps)
    await forgetBooking(booking, deps)
  }
  return true
}

/** Whoever looks for who had a right finds that it ended, and no longer whose it was. */
const actOnForgotten = (grant: Grant, { now }: ForgetDeps): Act => ({
  ...{ by: 'system', action: givingOf(grant), at: now(), effect: 'revoked', about: NOBODY },
  ...grant,
})

/** Of an association that is forgotten nobody is a member any more, and nobody becomes one. */
const disband = async (association: HolderId, { grants, invitations, erasures, now }: ForgetDeps): Promise<void> => {
  const scope = ofAssociation(association)
  for (const invitation of await invitations.listOpen(scope, now())) await invitations.withdraw(invitation)
  for (const { holder, ...grant } of await grants.listHolders(scope)) await grants.withdraw(holder, grant)
  await erasures.dropTrail(scope)
}

/**
 * Forgets a holder: their sessions end at once, what they have booked or wait for is free again and offered on, what is
 * past is counted without them. Repeating finishes what was stopped, and finds what was on its way meanwhile; answers
 * false when no time was left for all of it.
 */
export const forgetHolder = async (holder: HolderId, isOver: IsOver, deps: ForgetDeps): Promise<boolean> => {
  const forgetting = await deps.erasures.begin(holder)
  for (const series of await deps.series.listSeries(holder)) await deps.series.removeSeries(series)
  await endWaits(holder, deps)
  if (!(await forgetBookings(holder, isOver, deps))) return false
  for (const act of await deps.acts.listActsOn(holder)) await deps.erasures.anonymiseAct(act)
  for (const grant of await deps.grants.listGrants(holder))
    await deps.grants.withdraw(holder, grant, actOnForgotten(grant, deps))
  await disband(holder, deps)
  if (forgetting?.email) await deps.erasures.dropAddress(forgetting.email)
  await deps.erasures.dropHolder(holder)
  return true
}
