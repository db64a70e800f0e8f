import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { BookingId, HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, UTC } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Dependencies } from '../dependencies.ts'

const MOST_LISTED = 100

type Deps = Pick<Dependencies, 'bookings' | 'sites' | 'workshops'>

/** Leaves out bookings whose site is gone. */
export const placesOf = async <B extends Booking>(
  bookings: readonly B[],
  { sites, workshops }: Pick<Deps, 'sites' | 'workshops'>,
): Promise<(BookingDetails & { readonly booking: B })[]> => {
  const ids = new Set<SiteId>(bookings.map(({ site }) => site))
  const [lent, found] = await Promise.all([
    Promise.all([...ids].map(async (id) => [id, await sites.findSite(id)] as const)),
    workshops.findWorkshops(bookings.flatMap(({ workshop }) => workshop ?? [])),
  ])
  const places = new Map(lent)
  return bookings.flatMap((booking) => {
    const place = places.get(booking.site)
    const workshop = found.find(({ id }) => id === booking.workshop)
    const space = place?.spaces.find(({ id }) => id === (workshop ?? booking).space)
    return place ? [{ booking, site: place.site, space, workshop }] : []
  })
}

/** Other people's bookings are not found. */
export const readBooking = async (
  { id, holder }: { readonly id: BookingId; readonly holder: HolderId },
  deps: Deps,
): Promise<BookingDetails | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  if (booking?.holder !== holder) return undefined
  const [details] = await placesOf([booking], deps)
  return details
}

/** Future bookings first, then past ones. The index lags by milliseconds, so nothing is decided on it. */
export const listBookings = async (
  holder: HolderId,
  deps: Deps & Pick<Dependencies, 'now'>,
): Promise<BookingDetails[]> => {
  const { date } = localTimeAt(deps.now(), UTC)
  return placesOf(await deps.bookings.listBookings(holder, addDays(date, -1), MOST_LISTED), deps)
}
