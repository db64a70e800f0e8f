import type { Booking } from '../../../shared/domain/booking.ts'
import { asOf } from '../../../shared/domain/booking-state.ts'
import { type DoorWindow, doorOf, doorWindowOf, isSameWindow } from '../../../shared/domain/door.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import { keypadsAt } from '../../../shared/domain/keypad.ts'
import type { Door, Space } from '../../../shared/domain/space.ts'
import type { BookingStore } from '../../../shared/store/booking-store.ts'
import type { DoorStore } from '../../../shared/store/door-store.ts'
import type { BookingRecord } from '../../../shared/store/outbox.ts'
import { retryContended } from '../../../shared/store/retry.ts'
import type { SiteStore } from '../../../shared/store/site-store.ts'
import type { Locks } from './locks.ts'

export type LockDependencies = {
  readonly now: () => Instant
  readonly bookings: Pick<BookingStore, 'findBooking'>
  readonly sites: Pick<SiteStore, 'findSite'>
  readonly doors: DoorStore
  readonly locks: Locks
}

type Opening = { readonly booking: Booking; readonly door: Door }

const grant = async (
  { booking, door }: Opening,
  window: DoorWindow,
  deps: LockDependencies,
): Promise<void> => {
  const use = { site: booking.site, door, booking: booking.id }
  const { code, told } = await retryContended(() => deps.doors.holdCode(use, window.until, deps.now()))
  // Staff record the codes that they type in.
  if (door.byHand || isSameWindow(told?.window, window)) return
  const { revision } = booking
  await deps.locks.grant({ ...use, door: door.id, revision }, code, window)
  await deps.doors.noteTold(use, { revision, window })
}

const revoke = async ({ booking, door }: Opening, deps: LockDependencies): Promise<void> => {
  const use = { site: booking.site, door, booking: booking.id }
  const held = await deps.doors.findCode(use)
  const wasRevoked = held?.told && !held.told.window
  // Codes that staff typed in since were never sent to a lock.
  if (!held || held.isTyped || wasRevoked || held.until <= deps.now()) return
  const { revision } = booking
  await deps.locks.revoke({ ...use, door: door.id, revision })
  await deps.doors.noteTold(use, { revision })
}

/** Locks that may know a code of the booking, including the earlier ones of its spaces. */
const locksOf = (bookings: readonly (Booking | undefined)[], spaces: readonly Space[]): Door[] =>
  keypadsAt(spaces.filter(({ id }) => bookings.some((booking) => booking?.space === id))).filter(
    ({ byHand }) => !byHand,
  )

/**
 * Sends locks the booking's current state, whichever change arrives: late, repeated and reordered events end
 * the same. Throws if a lock was not reached, so that the event comes again.
 */
export const tellLock = async (
  { booking: changed, from }: BookingRecord,
  deps: LockDependencies,
): Promise<void> => {
  const [latest, lent] = await Promise.all([
    deps.bookings.findBooking(changed.id),
    deps.sites.findSite(changed.site, { consistent: true }),
  ])
  if (!latest || !lent) return
  const booking = asOf(latest, deps.now())
  const door = doorOf({ booking, space: lent.spaces.find(({ id }) => id === booking.space) })
  // A new grant on the same lock replaces the code there.
  const isTakenOver = ({ id }: Door) => id === door?.id && !door.byHand
  for (const left of locksOf([from, changed, latest], lent.spaces))
    if (!isTakenOver(left)) await revoke({ booking, door: left }, deps)
  const window = doorWindowOf(booking, lent.site)
  if (door && deps.now() < window.until) await grant({ booking, door }, window, deps)
}
