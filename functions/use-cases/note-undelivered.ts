import type { Booking } from '../../shared/domain/booking.ts'
import { asOf } from '../../shared/domain/booking-state.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import { type Instant, localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { CallNews } from '../../shared/domain/news.ts'
import type { BookingStore } from '../../shared/store/booking-store.ts'
import type { Call } from '../../shared/store/call-item.ts'
import type { CallStore } from '../../shared/store/call-store.ts'
import type { IdentityStore } from '../../shared/store/identity-store.ts'
import type { SessionStore } from '../../shared/store/session-store.ts'
import type { UndeliveredStore } from '../../shared/store/undelivered-store.ts'
import { hashOf } from './hash.ts'

/** A message that did not arrive; with `isLasting` none will. */
export type Undelivered = { readonly email: string; readonly sentAt: Instant; readonly isLasting: boolean }

export type UndeliveredDeps = {
  readonly now: () => Instant
  readonly bookings: Pick<BookingStore, 'listAllFrom'>
  readonly calls: Pick<CallStore, 'findCalls'>
  readonly identities: Pick<IdentityStore, 'findByEmail' | 'findHolder'>
  readonly sessions: Pick<SessionStore, 'listOpen'>
  readonly undelivered: Pick<UndeliveredStore, 'markUnreachable' | 'openCall'>
}

/** `unknown`: nobody signs in with this address; `reached`: somebody did since, by a code that was sent to it. */
export type UndeliveredOutcome = 'told' | 'unknown' | 'reached'

/** What staff says when they call; undefined for what the person did themselves. */
const newsOf = ({ status, cause, replacedBy }: Booking): CallNews | undefined => {
  if (status === 'offered') return 'offered'
  if (status !== 'cancelled') return status === 'no-show' ? undefined : 'unreached'
  return cause === 'holder' || cause === 'declined' || replacedBy ? undefined : 'cancelled'
}

const callsOf = (bookings: readonly Booking[], now: Instant): Call[] =>
  bookings.flatMap((stored) => {
    const { id, site, holder, date, revision: version } = stored
    const news = newsOf(asOf(stored, now))
    return news ? [{ id, site, holder, date, version, news }] : []
  })

const isReachedSince = async ({ id }: Holder, sentAt: Instant, deps: UndeliveredDeps): Promise<boolean> =>
  (await deps.sessions.listOpen(id, deps.now())).some(
    ({ method, openedAt }) => method === 'code' && openedAt > sentAt,
  )

/** Call lists are by the clocks of sites: the day before in UTC is early enough for each. */
const openCalls = async (holder: Holder, deps: UndeliveredDeps): Promise<void> => {
  const from = addDays(localTimeAt(deps.now(), UTC).date, -1)
  const calls = callsOf(await deps.bookings.listAllFrom(holder.id, from), deps.now())
  for (const call of calls) {
    const [known] = await deps.calls.findCalls(call.site, [call.id])
    if (!known || known.version < call.version) await deps.undelivered.openCall(call, holder)
  }
}

/**
 * Marks the address of somebody whom no message reaches, and lists what they have booked to be called about.
 * The same news again changes nothing.
 */
export const noteUndelivered = async (
  { email, sentAt, isLasting }: Undelivered,
  deps: UndeliveredDeps,
): Promise<UndeliveredOutcome> => {
  const id = await deps.identities.findByEmail(hashOf('email', email))
  const holder = id && (await deps.identities.findHolder(id))
  if (!holder || holder.email !== email) return 'unknown'
  if (await isReachedSince(holder, sentAt, deps)) return 'reached'
  if (isLasting && !(await deps.undelivered.markUnreachable(holder, deps.now()))) return 'unknown'
  await openCalls(holder, deps)
  return 'told'
}
