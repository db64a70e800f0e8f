import type { BookingDetails } from '../../shared/domain/booking-details.ts'
import type { CycleId, HolderId } from '../../shared/domain/ids.ts'
import type { Dependencies } from '../dependencies.ts'
import { placesOf } from './read-bookings.ts'
import { listCycle } from './read-cycle.ts'
import { bookingsOf, findSeries, type OneSeries } from './read-series.ts'

type Deps = Pick<Dependencies, 'series' | 'feeds' | 'workshops' | 'sites' | 'grants'>

const MOST_BOOKINGS = 500

/** All dates of a series; undefined for people without access. */
export const datesOfSeries = async (which: OneSeries, deps: Deps): Promise<BookingDetails[] | undefined> => {
  const series = await findSeries({ ...which, action: 'read-series' }, deps)
  if (!series) return undefined
  const dates = await bookingsOf(series, deps)
  return placesOf(
    dates.flatMap(({ booking }) => booking ?? []),
    deps,
  )
}

/** The dates of a cycle on which somebody has, or had, a seat; undefined when there is no such cycle. */
export const datesOfCycle = async (
  { id, holder }: { readonly id: CycleId; readonly holder: HolderId },
  deps: Deps,
): Promise<BookingDetails[] | undefined> => {
  const listed = await listCycle(id, deps)
  const [first, last] = [listed[0], listed.at(-1)]
  if (!first || !last) return undefined
  const dates = { from: first.date, to: last.date, most: MOST_BOOKINGS }
  const own = await deps.feeds.listBookings(holder, dates)
  const seats = own.filter(({ workshop }) => listed.some((each) => each.id === workshop))
  return placesOf(seats, deps)
}
