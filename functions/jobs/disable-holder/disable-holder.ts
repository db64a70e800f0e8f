import type { Booking } from '../../../shared/domain/booking.ts'
import { hasStarted, isActive } from '../../../shared/domain/booking-state.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import type { Grant } from '../../../shared/domain/rights.ts'
import type { AccountStore } from '../../../shared/store/account-store.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { Dependencies } from '../../dependencies.ts'

type Deps = Pick<Dependencies, 'bookings' | 'sites' | 'grants' | 'sessions' | 'now'> & {
  readonly accounts: AccountStore
}

/** `changed` is false when it was disabled already. Future bookings and rights stay. */
export type Disabled = {
  readonly changed: boolean
  readonly bookings: readonly Booking[]
  readonly grants: readonly Grant[]
}

const isToCome = async (booking: Booking, { sites, now }: Deps): Promise<boolean> => {
  const lent = isActive(booking) && (await sites.findSite(booking.site))
  return lent !== false && lent !== undefined && !hasStarted(booking, lent.site, now())
}

/** Ends every session with its next request; nobody signs in until the account is enabled. */
export const disableHolder = async (holder: HolderId, deps: Deps): Promise<Disabled> => {
  const changed = await retryContended(() => deps.accounts.disable(holder, deps.now()))
  const [all, grants] = await Promise.all([deps.bookings.listAll(holder), deps.grants.listGrants(holder)])
  const toCome = await Promise.all(all.map((booking) => isToCome(booking, deps)))
  return { changed, bookings: all.filter((_, at) => toCome[at]), grants }
}

/** Earlier sessions stay closed. Answers false if the account was not disabled. */
export const enableHolder = async (holder: HolderId, deps: Deps): Promise<boolean> => {
  const account = await deps.accounts.findAccount(holder)
  if (account?.disabledAt === undefined) return false
  for (const { secret } of await deps.sessions.listOpen(holder, deps.now()))
    await deps.sessions.closeSession(holder, secret, deps.now())
  return retryContended(() => deps.accounts.enable(holder, deps.now()))
}
