import type { Doing } from '../../shared/domain/act.ts'
import type { BookingId, WorkshopId } from '../../shared/domain/booking.ts'
import { cancelled, isStanding } from '../../shared/domain/booking-change.ts'
import { seatIn, type Workshop } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { InventoryDependencies } from './inventory-dependencies.ts'
import { settle } from './settle.ts'

const WAITS_AT_ONCE = 100

/** Who calls it off, and what is said of it; `noteSeats` is told of those that end, before they do. */
export type CallingOff = {
  readonly doing: Doing
  readonly note?: string | undefined
  readonly noteSeats?: ((seats: readonly BookingId[]) => Promise<void>) | undefined
}

/** Nobody asks for it. */
export const OF_ITSELF: Doing = { by: 'system', action: 'plan-workshops' }

/** No seat can be taken after this. */
const close = (id: WorkshopId, { note, doing }: CallingOff, { workshops, now }: InventoryDependencies) =>
  retryContended(async () => {
    const found = await workshops.findWorkshop(id)
    if (found?.workshop.status !== 'planned') return found?.workshop
    if (await workshops.cancelWorkshop(found.workshop, note, { ...doing, at: now() }))
      throw new ContentionError('changed')
    return { ...found.workshop, status: 'cancelled', ...(note !== undefined && { note }) } satisfies Workshop
  })

type Called = { readonly note?: string | undefined; readonly doing: Doing }

const endBooking = (id: BookingId, { note, doing }: Called, deps: InventoryDependencies) =>
  retryContended(async () => {
    const booking = await deps.bookings.findBooking(id)
    // Who came has come.
    if (!booking || !isStanding(booking) || (booking.status === 'attended' && seatIn(booking))) return
    await settle([{ from: booking, to: cancelled(booking, 'workshop-cancelled', note), doing }], deps)
  })

const endWaits = async ({ site, date, id, note }: Workshop, { waits }: InventoryDependencies): Promise<void> => {
  for (;;) {
    const { waits: some } = await waits.readQueue({ site, date, workshop: id }, WAITS_AT_ONCE)
    if (some.length === 0) return
    // One that is no longer waiting has left the queue.
    for (const wait of some) await retryContended(() => waits.end(wait, note))
  }
}

/**
 * Cancels a workshop: its room is free again, and every seat and every wait ends, with the reason, so that all are told.
 * When it stops in the middle, repeating it finishes the rest; the first note stays. Undefined when there is none.
 */
export const cancelWorkshop = async (
  id: WorkshopId,
  calling: CallingOff,
  deps: InventoryDependencies,
): Promise<Workshop | undefined> => {
  const workshop = await close(id, calling, deps)
  if (!workshop) return undefined
  const { site, date, note } = workshop
  const called = { note, doing: calling.doing }
  const standing = await deps.bookings.listSiteBookings(site, date, date)
  const seats = standing.filter((each) => seatIn(each) === id).map((each) => each.id)
  if (seats.length > 0) await calling.noteSeats?.(seats)
  for (const seat of seats) await endBooking(seat, called, deps)
  await endWaits(workshop, deps)
  // Last: while its room stands, whoever needs the room finds that there is something left to end.
  await endBooking(workshop.room, called, deps)
  return workshop
}
