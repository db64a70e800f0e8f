import type { AuditEntry } from '../../shared/domain/audit-entry.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { cancelled, hasLapsed, hasStarted, isActive } from '../../shared/domain/booking-state.ts'
import { type HolderId, NOBODY } from '../../shared/domain/ids.ts'
import { actionToGrant } from '../../shared/domain/invitation.ts'
import { isPresence } from '../../shared/domain/mediators.ts'
import { type Grant, ofAssociation } from '../../shared/domain/rights.ts'
import { seatIn } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { BY_SYSTEM, cancelWorkshop } from './cancel-workshop.ts'
import { commitAndOffer } from './commit-and-offer.ts'
import type { IsOutOfTime } from './finish-closure.ts'
import { entryOn } from './link-hooks.ts'

export type ForgetDeps = BookingDependencies &
  Pick<Dependencies, 'auditEntries' | 'erasures' | 'series' | 'invitations' | 'apiKeys' | 'hooks'>

/** Units that the holder gives up go to the waitlist. */
const free = (id: Booking['id'], deps: ForgetDeps): Promise<void> =>
  retryContended(async () => {
    const booking = await deps.bookings.findBooking(id)
    const place = booking && (await deps.sites.findSite(booking.site))
    if (!booking || !place || !isActive(booking) || hasStarted(booking, place.site, deps.now())) return
    if (booking.workshop && !seatIn(booking) && !isPresence(booking)) {
      await cancelWorkshop(booking.workshop, { authorship: BY_SYSTEM }, deps)
      return
    }
    const cause = hasLapsed(booking, deps.now()) ? 'lapsed' : 'holder'
    await commitAndOffer([{ from: booking, to: cancelled(booking, cause) }], deps)
  })

/** Anonymised bookings still count. */
export const forgetBooking = async (
  booking: Booking,
  { erasures }: Pick<ForgetDeps, 'erasures'>,
): Promise<void> => {
  if (booking.workshop && !seatIn(booking)) await erasures.anonymiseWorkshop(booking.workshop, booking.holder)
  await erasures.leaveUsage(booking)
  await erasures.anonymise(booking)
}

const endWaitlist = async (holder: HolderId, deps: ForgetDeps): Promise<void> => {
  for (const wait of await deps.waitlist.listAll(holder)) {
    await retryContended(async () => {
      // Fulfilled waits have left the waitlist, and others move with their workshop.
      const now = await deps.waitlist.findEntry(wait.id)
      if (now?.status === 'waiting' && (await deps.waitlist.leave(now))) throw new ContentionError('changed')
    })
    await deps.waitlist.remove(wait)
  }
}

/** Answers false when time ran out. */
const forgetBookings = async (
  holder: HolderId,
  isOutOfTime: IsOutOfTime,
  deps: ForgetDeps,
): Promise<boolean> => {
  for (const booking of await deps.bookings.listAll(holder)) {
    if (isOutOfTime()) return false
    if (isActive(booking)) await free(booking.id, deps)
    await forgetBooking(booking, deps)
  }
  return true
}

/** The trail keeps the end of the right, without its holder. */
const auditEntryOnForgotten = (grant: Grant, { now }: ForgetDeps): AuditEntry => ({
  ...{ by: 'system', action: actionToGrant(grant), at: now(), effect: 'revoked', about: NOBODY },
  ...grant,
})

const BY_NOBODY: Authorship = { by: 'system', action: 'link-tools' }

/** A forgotten association loses its members, keys and hooks, and gains none. */
const disband = async (
  association: HolderId,
  { grants, invitations, apiKeys, hooks, erasures, now }: ForgetDeps,
): Promise<void> => {
  const scope = ofAssociation(association)
  for (const invitation of await invitations.listOpen(scope, now())) await invitations.withdraw(invitation)
  for (const key of await apiKeys.listApiKeys(scope)) await apiKeys.revoke(key, now())
  for (const hook of await hooks.listHooks(scope)) {
    const entry = entryOn(hook, BY_NOBODY, { effect: 'tool-unlinked', now: now() })
    await retryContended(() => hooks.removeHook(hook, entry))
  }
  for (const { holder, ...grant } of await grants.listHolders(scope)) await grants.withdraw(holder, grant)
  await erasures.dropTrail(scope)
}

/**
 * Forgets a holder: sessions end at once, future units are freed and offered, past bookings are anonymised.
 * Repeating finishes, including writes that were under way. Answers false when time ran out.
 */
export const forgetHolder = async (
  holder: HolderId,
  isOutOfTime: IsOutOfTime,
  deps: ForgetDeps,
): Promise<boolean> => {
  const forgetting = await deps.erasures.begin(holder)
  for (const series of await deps.series.listSeries(holder)) await deps.series.removeSeries(series)
  await endWaitlist(holder, deps)
  if (!(await forgetBookings(holder, isOutOfTime, deps))) return false
  for (const auditEntry of await deps.auditEntries.listAuditEntriesOn(holder))
    await deps.erasures.anonymiseAuditEntry(auditEntry)
  for (const grant of await deps.grants.listGrants(holder))
    await deps.grants.withdraw(holder, grant, auditEntryOnForgotten(grant, deps))
  await disband(holder, deps)
  if (forgetting?.email) await deps.erasures.dropAddress(forgetting.email)
  await deps.erasures.dropHolder(holder)
  return true
}
