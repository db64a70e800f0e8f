import type { Booking } from '../../shared/domain/booking.ts'
import { asOf } from '../../shared/domain/booking-state.ts'
import { closedRangeOn, isInForce } from '../../shared/domain/closure.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { placesLeft } from '../../shared/domain/occupancy.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { seatIn, seatsOf, type Workshop } from '../../shared/domain/workshop.ts'
import type { Dependencies } from '../dependencies.ts'
import { rightsAt } from './authorize.ts'
import { type ReadAvailability, readSiteDays, type SiteDays } from './read-availability.ts'

type Deps = Pick<Dependencies, 'sites' | 'members' | 'planning' | 'calls' | 'grants' | 'now'>

/** `taken` counts the workshop's seats that `people` hold. */
export type Planned = {
  readonly booking: Booking
  readonly holder: Holder
  readonly workshop?: (Workshop & { readonly taken: number; readonly people: readonly Planned[] }) | undefined
}

/** `isNamed`: whether its reader sees who comes; `requests` counts open requests of all dates, `calls` the people to call. */
export type Planning = SiteDays & {
  readonly isNamed: boolean
  readonly planned: readonly Planned[]
  readonly requests: number
  readonly calls: number
}

const byName = ({ holder: one }: Planned, { holder: other }: Planned): number =>
  (one.name ?? '').localeCompare(other.name ?? '', 'fr')

const seated = (
  workshop: Workshop | undefined,
  all: readonly Planned[],
  { occupancyAt }: SiteDays,
): Planned['workshop'] =>
  workshop && {
    ...workshop,
    taken:
      workshop.seats - placesLeft(workshop.seats, occupancyAt(workshop.date, seatsOf(workshop.id)), workshop),
    people: all.filter(({ booking }) => seatIn(booking) === workshop.id).sort(byName),
  }

const inOrder = (a: Planned, b: Planned): number =>
  a.booking.date < b.booking.date
    ? -1
    : a.booking.date > b.booking.date
      ? 1
      : a.booking.start - b.booking.start

const isOnDates =
  (dates: readonly LocalDate[]) =>
  (booking: Booking): boolean =>
    dates.includes(booking.date) && booking.status !== 'cancelled'

/** Two round trips, whatever is booked elsewhere; undefined for people without access. */
export const readPlanning = async (
  { by, ...query }: ReadAvailability & { readonly by: Actor },
  deps: Deps,
): Promise<Planning | undefined> => {
  const now = deps.now()
  // The site's zone is still unknown, so the range grows by a day on each side.
  const today = addDays(localTimeAt(now, UTC).date, -1)
  const from = query.from ?? today
  const span = { today, from, to: addDays(from, query.days + 1), now }
  const [mayHere, found, active, toCall] = await Promise.all([
    rightsAt(by, query.site, deps),
    readSiteDays(query, deps),
    deps.planning.listBookings(query.site, span),
    deps.calls.listToCall(query.site),
  ])
  if (!mayHere('see-use') || !found) return undefined
  const { bookings, holders, workshops } = await deps.planning.readDetails(active)
  const all = bookings
    .map((booking) => asOf(booking, now))
    .filter(isOnDates(found.dates))
    .map((booking): Planned => ({ booking, holder: holders.get(booking.holder) ?? { id: booking.holder } }))
  const planned = all
    .filter(({ booking }) => !seatIn(booking))
    .map((each) => ({
      ...each,
      workshop: each.booking.workshop && seated(workshops.get(each.booking.workshop), all, found),
    }))
  const closures = found.closures.filter(
    (closure) => isInForce(closure) && found.dates.some((date) => closedRangeOn(closure, date)),
  )
  return {
    ...found,
    isNamed: mayHere('read-planning'),
    closures,
    planned: planned.sort(inOrder),
    requests: active.held.filter(({ status }) => status === 'requested').length,
    calls: toCall.size,
  }
}
