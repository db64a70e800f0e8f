import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking, CancellationCause } from '../../shared/domain/booking.ts'
import { cancelled, hasLapsed, hasStarted, isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import type { Site } from '../../shared/domain/site.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { BY_SYSTEM, cancelWorkshop, type WorkshopCancellation } from './cancel-workshop.ts'
import { commitAndOffer } from './commit-and-offer.ts'
import { findReplacement } from './find-replacement.ts'
import { liveReplacementSearch } from './replacement-search.ts'

/** `cause` is asked again at the end, since the holder may have moved away. `elsewhere` is the default. */
export type Ending = { readonly cause: CancellationCause; readonly note?: string | undefined } & {
  readonly site: Site
  readonly isInTheWay: (booking: Booking) => boolean
  readonly elsewhere?: boolean
  /** Absent when the end is automatic. */
  readonly authorship?: Authorship | undefined
} & Pick<WorkshopCancellation, 'noteSeats'>

/** Only answered bookings that have not begun get a replacement. */
export const isMovable = (booking: Booking, site: Site, now: Instant): boolean =>
  booking.status === 'confirmed' && !hasStarted(booking, site, now)

const attempt = async (
  id: BookingId,
  { site, isInTheWay, elsewhere = true, authorship, noteSeats, ...reason }: Ending,
  deps: BookingDependencies,
): Promise<void> => {
  const booking = await deps.bookings.findBooking(id)
  if (!booking || !isActive(booking) || !isInTheWay(booking)) return
  const now = deps.now()
  if (hasLapsed(booking, now))
    return commitAndOffer([{ from: booking, to: cancelled(booking, 'lapsed') }], deps)
  if (booking.workshop) {
    await cancelWorkshop(
      booking.workshop,
      { note: reason.note, authorship: authorship ?? BY_SYSTEM, noteSeats },
      deps,
    )
    return
  }
  const isProposed = elsewhere && isMovable(booking, site, now)
  const instead = isProposed
    ? (await findReplacement(booking, site, liveReplacementSearch(deps)))?.change
    : undefined
  const ended = cancelled(booking, reason.cause, reason.note)
  const changes = instead
    ? [{ from: booking, to: { ...ended, replacedBy: instead.to.id }, authorship }, instead]
    : [{ from: booking, to: ended, authorship }]
  await commitAndOffer(changes, deps)
}

/** The same transaction holds an equal space nearby, if one is free. Repeating changes nothing. */
export const endBooking = (id: BookingId, ending: Ending, deps: BookingDependencies): Promise<void> =>
  retryContended(() => attempt(id, ending, deps))
