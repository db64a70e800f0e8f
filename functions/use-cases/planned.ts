import { seatCountOf, takenSeatsOf } from '../../shared/domain/appointments.ts'
import type { Booking, HeldBooking } from '../../shared/domain/booking.ts'
import { asOf, isHeld } from '../../shared/domain/booking-state.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { seatIn, seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import type { SiteDays } from './read-availability.ts'

/** `taken` counts the workshop's seats that `people` hold. */
export type Planned = {
  readonly booking: Booking
  readonly holder: Holder
  readonly workshop?: (Workshop & { readonly taken: number; readonly people: readonly Planned[] }) | undefined
}

/** What was read of the bookings of some dates, seats of workshops included. */
export type Details = {
  readonly bookings: readonly Booking[]
  readonly holders: ReadonlyMap<HolderId, Holder>
  readonly workshops: ReadonlyMap<WorkshopId, Workshop>
}

const byHourAndName = (one: Planned, other: Planned): number =>
  one.booking.start - other.booking.start ||
  (one.holder.name ?? '').localeCompare(other.holder.name ?? '', 'fr')

const seated = (
  workshop: Workshop | undefined,
  all: readonly Planned[],
  { occupancyAt }: SiteDays,
): Planned['workshop'] =>
  workshop && {
    ...workshop,
    seats: seatCountOf(workshop),
    taken: takenSeatsOf(workshop, occupancyAt(workshop.date, seatsOf(workshop.id))),
    people: all.filter(({ booking }) => seatIn(booking) === workshop.id).sort(byHourAndName),
  }

const inOrder = ({ booking: one }: Planned, { booking: other }: Planned): number =>
  one.date === other.date ? one.start - other.start : one.date < other.date ? -1 : 1

/** The bookings of a site on its dates, in order of time; people of a workshop stand in it. */
export const plannedOn = (found: SiteDays, details: Details, now: Instant): Planned[] => {
  const { holders, workshops } = details
  const all = details.bookings
    .map((booking) => asOf(booking, now))
    .filter(
      ({ site, date, status }) =>
        site === found.site.id && found.dates.includes(date) && status !== 'cancelled',
    )
    .map((booking): Planned => ({ booking, holder: holders.get(booking.holder) ?? { id: booking.holder } }))
  return all
    .filter(({ booking }) => !seatIn(booking))
    .map((each) => ({
      ...each,
      workshop: each.booking.workshop && seated(workshops.get(each.booking.workshop), all, found),
    }))
    .sort(inOrder)
}

/** Requests and offers among them. */
export const heldIn = (planned: readonly Planned[]): HeldBooking[] =>
  planned.map(({ booking }) => booking).filter(isHeld)
