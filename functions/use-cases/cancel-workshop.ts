import type { Authorship } from '../../shared/domain/authorship.ts'
import { cancelled, isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId, WorkshopId } from '../../shared/domain/ids.ts'
import { seatIn, type Workshop } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer } from './commit-and-offer.ts'

const WAITS_AT_ONCE = 100

/** Who calls it off, and what is said of it; `noteSeats` is told of those that end, before they do. */
export type WorkshopCancellation = {
  readonly authorship: Authorship
  readonly note?: string | undefined
  readonly noteSeats?: ((seats: readonly BookingId[]) => Promise<void>) | undefined
}

/** Nobody asks for it. */
export const BY_SYSTEM: Authorship = { by: 'system', action: 'plan-workshops' }

/** No seat can be taken after this. */
const close = (
  id: WorkshopId,
  { note, authorship }: WorkshopCancellation,
  { workshops, now }: BookingDependencies,
) =>
  retryContended(async () => {
    const found = await workshops.findWorkshop(id)
    if (found?.workshop.status !== 'planned') return found?.workshop
    if (await workshops.cancelWorkshop(found.workshop, note, { ...authorship, at: now() }))
      throw new ContentionError('changed')
    return { ...found.workshop, status: 'cancelled', ...(note !== undefined && { note }) } satisfies Workshop
  })

type Called = { readonly note?: string | undefined; readonly authorship: Authorship }

const endBooking = (id: BookingId, { note, authorship }: Called, deps: BookingDependencies) =>
  retryContended(async () => {
    const booking = await deps.bookings.findBooking(id)
    // Who came has come.
    if (!booking || !isActive(booking) || (booking.status === 'attended' && seatIn(booking))) return
    await commitAndOffer(
      [{ from: booking, to: cancelled(booking, 'workshop-cancelled', note), authorship }],
      deps,
    )
  })

const endWaitlist = async (
  { site, date, id, note }: Workshop,
  { waitlist }: BookingDependencies,
): Promise<void> => {
  for (;;) {
    const { waits: some } = await waitlist.readWaitlist({ site, date, workshop: id }, WAITS_AT_ONCE)
    if (some.length === 0) return
    // One that is no longer waiting has left the waitlist.
    for (const wait of some) await retryContended(() => waitlist.end(wait, note))
  }
}

/**
 * Cancels a workshop: its room is free again, and every seat and every waitlist entry ends, with the reason, so that all are told.
 * When it stops in the middle, repeating it finishes the rest; the first note stays. Undefined when there is none.
 */
export const cancelWorkshop = async (
  id: WorkshopId,
  cancellation: WorkshopCancellation,
  deps: BookingDependencies,
): Promise<Workshop | undefined> => {
  const workshop = await close(id, cancellation, deps)
  if (!workshop) return undefined
  const { site, date, note } = workshop
  const called = { note, authorship: cancellation.authorship }
  const active = await deps.bookings.listSiteBookings(site, date, date)
  const seats = active.filter((each) => seatIn(each) === id).map((each) => each.id)
  if (seats.length > 0) await cancellation.noteSeats?.(seats)
  for (const seat of seats) await endBooking(seat, called, deps)
  await endWaitlist(workshop, deps)
  // Last: while its room stands, whoever needs the room finds that there is something left to end.
  await endBooking(workshop.room, called, deps)
  return workshop
}
