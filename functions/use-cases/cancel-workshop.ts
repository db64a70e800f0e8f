import { outlastsPermanence } from '../../shared/domain/appointments.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import { cancelled, isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId, WorkshopId } from '../../shared/domain/ids.ts'
import { seatIn, type Workshop } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer } from './commit-and-offer.ts'

const WAITS_AT_ONCE = 100

/** `noteSeats` receives the seats before they end. */
export type WorkshopCancellation = {
  readonly authorship: Authorship
  readonly note?: string | undefined
  readonly noteSeats?: ((seats: readonly BookingId[]) => Promise<void>) | undefined
}

export const BY_SYSTEM: Authorship = { by: 'system', action: 'plan-workshops' }

/** No seat can be booked after this. */
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
    // Attended seats stay.
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
    // Fulfilled waits have left the waitlist.
    for (const wait of some) await retryContended(() => waitlist.end(wait, note))
  }
}

/** The seats that end with their workshop. */
const seatsToEnd = async (workshop: Workshop, deps: BookingDependencies): Promise<Booking[]> => {
  const { id, site, date, appointments } = workshop
  const [active, lent] = await Promise.all([
    deps.bookings.listSiteBookings(site, date, date),
    appointments && deps.sites.findSite(site),
  ])
  const now = deps.now()
  return active.filter(
    (each) => seatIn(each) === id && !(lent && outlastsPermanence(each, workshop, { site: lent.site, now })),
  )
}

/**
 * Cancels a workshop with its room, seats and waits, so that everyone is told the reason. Repeating finishes
 * an interrupted run with the first note. Undefined when the workshop does not exist.
 */
export const cancelWorkshop = async (
  id: WorkshopId,
  cancellation: WorkshopCancellation,
  deps: BookingDependencies,
): Promise<Workshop | undefined> => {
  const workshop = await close(id, cancellation, deps)
  if (!workshop) return undefined
  const called = { note: workshop.note, authorship: cancellation.authorship }
  const seats = (await seatsToEnd(workshop, deps)).map((each) => each.id)
  if (seats.length > 0) await cancellation.noteSeats?.(seats)
  for (const seat of seats) await endBooking(seat, called, deps)
  await endWaitlist(workshop, deps)
  for (const { presence } of workshop.coMediators ?? []) await endBooking(presence, called, deps)
  // The room ends last: until then, a run that needs it finds unfinished work.
  await endBooking(workshop.room, called, deps)
  return workshop
}
