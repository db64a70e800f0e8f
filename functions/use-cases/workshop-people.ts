import type { Booking } from '../../shared/domain/booking.ts'
import { hasLapsed, isActive } from '../../shared/domain/booking-state.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import { seatIn, type Workshop } from '../../shared/domain/workshop.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { WaitlistHead } from '../../shared/store/waitlist-item.ts'
import type { WaitlistStore } from '../../shared/store/waitlist-store.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { endLapsedOn } from './commit-and-offer.ts'

const WAITS_AT_ONCE = 100

/**
 * Who has a seat. `seatsChanges` proves that nobody took or left one since; `head`, that no seat went from one
 * person to the next.
 */
export type Seated = {
  readonly seats: readonly Booking[]
  readonly seatsChanges: number
  readonly head: WaitlistHead
}

/** Throws ContentionError once offers that nobody answered are ended. */
export const readSeated = async (workshop: Workshop, deps: BookingDependencies): Promise<Seated> => {
  const { id, site, date, mediator } = workshop
  const [seatsChanges, head] = await Promise.all([
    deps.workshops.countSeatsChanges(workshop),
    deps.waitlist.readHead({ site, date, workshop: id }),
  ])
  const bookings = await deps.bookings.listSiteBookings(site, date, date)
  const seats = bookings.filter((each) => isActive(each) && seatIn(each) === id)
  const lapsed = seats.some((each) => hasLapsed(each, deps.now()))
  if (lapsed && (await endLapsedOn({ site, date, holder: mediator }, deps)))
    throw new ContentionError('lapsed')
  return { seats, seatsChanges, head }
}

export const takenOf = ({ seats }: Seated): number => seats.reduce((sum, { places }) => sum + places, 0)

/** All who wait for a seat. */
export const readWaiting = async (
  { id: workshop, site, date }: Workshop,
  { waitlist }: { readonly waitlist: Pick<WaitlistStore, 'readWaitlist'> },
): Promise<readonly WaitlistEntry[]> => {
  const name = { site, date, workshop }
  const waits: WaitlistEntry[] = []
  let page = await waitlist.readWaitlist(name, WAITS_AT_ONCE)
  waits.push(...page.waits)
  while (page.next) {
    page = await waitlist.readWaitlist(name, WAITS_AT_ONCE, page.next)
    waits.push(...page.waits)
  }
  return waits
}
