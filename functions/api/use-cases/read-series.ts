import type { Alternative } from '../../../shared/domain/availability.ts'
import type { Booking, BookingId, HolderId } from '../../../shared/domain/booking.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import type { DateRefusal, Series, SeriesId } from '../../../shared/domain/series.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { Space } from '../../../shared/domain/space.ts'
import { isBusy } from '../../../shared/store/contention.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mapAtOnce } from '../at-once.ts'
import { bookingIdOf } from './book-space.ts'
import { findAlternatives } from './read-availability.ts'

export const DATES_AT_ONCE = 4

/** A series books each date once: an Idempotency-Key that is sent to us has no colon. */
export const keyOfDate = (series: SeriesId, date: LocalDate): string => `${series}:${date}`

export type SeriesDate = {
  readonly date: LocalDate
  readonly booking?: Booking | undefined
  readonly refusal?: DateRefusal | { readonly kind: 'already-started'; readonly facts: object } | undefined
  readonly alternatives?: readonly Alternative[] | undefined
}

export type SeriesReport = {
  readonly series: Series
  readonly site: Site
  readonly space?: Space | undefined
  readonly dates: readonly SeriesDate[]
}

type Deps = Pick<Dependencies, 'series' | 'sites' | 'members' | 'now'>

export const bookingsOf = async (series: Series, deps: Pick<Dependencies, 'series'>): Promise<SeriesDate[]> => {
  const ids: BookingId[] = series.dates.map((date) => bookingIdOf(series.holder, keyOfDate(series.id, date)))
  const bookings = await deps.series.findBookings(ids)
  return series.dates.map((date, at) => ({ date, booking: bookings[at], refusal: series.refusals[date] }))
}

/** How the dates ended is decided: it is said even when others cannot be looked up just now. */
const noneWhenBusy = (error: unknown): [] => {
  if (isBusy(error)) return []
  throw error
}

/** What else is free near the dates that were taken. */
export const withAlternatives = (
  series: Omit<Series, 'id'>,
  dates: readonly SeriesDate[],
  deps: Pick<Deps, 'sites' | 'members' | 'now'>,
): Promise<SeriesDate[]> =>
  mapAtOnce(dates, DATES_AT_ONCE, async (each) =>
    each.refusal?.kind === 'taken'
      ? { ...each, alternatives: await findAlternatives({ ...series, date: each.date }, deps).catch(noneWhenBusy) }
      : each,
  )

/** A series with its dates as they are now; undefined when its site is no longer there. */
export const reportOf = async (series: Series, deps: Deps): Promise<SeriesReport | undefined> => {
  const [lent, dates] = await Promise.all([deps.sites.findSite(series.site), bookingsOf(series, deps)])
  if (!lent) return undefined
  const today = localTimeAt(deps.now(), lent.site.timeZone).date
  const past = dates.filter(({ date }) => date < today)
  const coming = await withAlternatives(series, dates.slice(past.length), deps)
  const space = lent.spaces.find(({ id }) => id === series.space)
  return { series, site: lent.site, space, dates: [...past, ...coming] }
}

/** One of the holder's series; somebody else's is as absent. */
export const findOwnSeries = async (
  { id, holder }: { readonly id: SeriesId; readonly holder: HolderId },
  deps: Pick<Dependencies, 'series'>,
): Promise<Series | undefined> => {
  const found = await deps.series.findSeries(id)
  return found?.series.holder === holder ? found.series : undefined
}
