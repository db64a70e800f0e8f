import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { BookingId, HolderId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt, type TimeZone } from '../../shared/domain/instant.ts'
import { addDays } from '../../shared/domain/local-date.ts'
import type { Dependencies } from '../dependencies.ts'

const MOST_LISTED = 100

type Deps = Pick<Dependencies, 'bookings' | 'sites' | 'workshops'>

/** Bookings with their places; those of a site that is gone are left out. */
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

/** One of the holder's bookings; somebody else's is as absent. */
export const readBooking = async (
  { id, holder }: { readonly id: BookingId; readonly holder: HolderId },
  deps: Deps,
): Promise<BookingDetails | undefined> => {
  const booking = await deps.bookings.findBooking(id)
  if (booking?.holder !== holder) return undefined
  const [details] = await placesOf([booking], deps)
  return details
}

/** The holder's bookings, those to come first, soonest first, then the past. The index lags by some milliseconds: nothing is decided on it. */
export const listBookings = async (
  holder: HolderId,
  deps: Deps & Pick<Dependencies, 'now'>,
): Promise<BookingDetails[]> => {
  const { date } = localTimeAt(deps.now(), 'UTC' as TimeZone)
  return placesOf(await deps.bookings.listBookings(holder, addDays(date, -1), MOST_LISTED), deps)
}
