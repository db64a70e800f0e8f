import type { Doing } from '../../shared/domain/act.ts'
import type { Booking, BookingId, CancellationCause } from '../../shared/domain/booking.ts'
import { cancelled, hasLapsed, hasStarted, isStanding } from '../../shared/domain/booking-change.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Site } from '../../shared/domain/site.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { type CallingOff, cancelWorkshop, OF_ITSELF } from './cancel-workshop.ts'
import { findPlaceNear } from './find-place-near.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'
import { settle } from './settle.ts'
import { surroundingsNow } from './surroundings.ts'

/**
 * Why a booking cannot stay; asked again of what it is when it is ended, since its holder may have moved it away. An
 * equal place is proposed `elsewhere` unless told.
 */
export type Ending = { readonly cause: CancellationCause; readonly note?: string | undefined } & {
  readonly site: Site
  readonly isInTheWay: (booking: Booking) => boolean
  readonly elsewhere?: boolean
  /** Who said so, where it does not come of itself. */
  readonly doing?: Doing | undefined
} & Pick<CallingOff, 'noteSeats'>

/** Whether an equal place is looked for: nobody has a place that is still to be answered, or that has begun. */
export const isMovable = (booking: Booking, site: Site, now: Instant): boolean =>
  booking.status === 'confirmed' && !hasStarted(booking, site, now)

const attempt = async (
  id: BookingId,
  { site, isInTheWay, elsewhere = true, doing, noteSeats, ...reason }: Ending,
  deps: InventoryDependencies,
): Promise<void> => {
  const booking = await deps.bookings.findBooking(id)
  if (!booking || !isStanding(booking) || !isInTheWay(booking)) return
  const now = deps.now()
  if (hasLapsed(booking, now)) return settle([{ from: booking, to: cancelled(booking, 'lapsed') }], deps)
  if (booking.workshop) {
    await cancelWorkshop(booking.workshop, { note: reason.note, doing: doing ?? OF_ITSELF, noteSeats }, deps)
    return
  }
  const isProposed = elsewhere && isMovable(booking, site, now)
  const instead = isProposed ? (await findPlaceNear(booking, site, surroundingsNow(deps)))?.change : undefined
  const ended = cancelled(booking, reason.cause, reason.note)
  const changes = instead
    ? [{ from: booking, to: { ...ended, replacedBy: instead.to.id }, doing }, instead]
    : [{ from: booking, to: ended, doing }]
  await settle(changes, deps)
}

/**
 * Ends a booking that cannot stay where it is. In the same transaction, where an equal place is free near, that one is
 * held for its holder. Again changes nothing.
 */
export const endBooking = (id: BookingId, ending: Ending, deps: InventoryDependencies): Promise<void> =>
  retryContended(() => attempt(id, ending, deps))
