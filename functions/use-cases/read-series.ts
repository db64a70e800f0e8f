import type { Alternative } from '../../shared/domain/availability.ts'
import type { Booking } from '../../shared/domain/booking.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { BookingId, SeriesId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { DateRefusal, Series } from '../../shared/domain/series.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Space } from '../../shared/domain/space.ts'
import { isBusy } from '../../shared/store/contention.ts'
import type { SeriesStore } from '../../shared/store/series-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { may } from './authorize.ts'
import { bookingIdOf } from './book-space-command.ts'
import { findAlternatives } from './find-alternatives.ts'

export const DATES_AT_ONCE = 4

/** One booking per date: keys from clients contain no colon. */
export const keyOfDate = (series: SeriesId, ruleDate: LocalDate): string => `${series}:${ruleDate}`

/** `ruleDate` is that of the rule. `moved` is set where a move succeeded, `wanted` where it failed. */
export type SeriesDate = {
  readonly date: LocalDate
  readonly ruleDate: LocalDate
  readonly booking?: Booking | undefined
  readonly moved?: true
  readonly wanted?: BookingRequest | undefined
  readonly refusal?:
    | DateRefusal
    | { readonly kind: 'already-started' | 'not-confirmed' | 'of-workshop'; readonly facts: object }
    | undefined
  readonly alternatives?: readonly Alternative[] | undefined
}

export type SeriesReport = {
  readonly series: Series
  readonly site: Site
  readonly space?: Space | undefined
  readonly dates: readonly SeriesDate[]
}

type Deps = Pick<Dependencies, 'series' | 'sites' | 'members' | 'bookings' | 'now'>

const dateOf = (series: Series, ruleDate: LocalDate, booking: Booking | undefined): SeriesDate => {
  if (booking) return { date: booking.date, ruleDate, booking }
  const refusal = series.refusals[ruleDate]
  return { date: refusal ? (refusal.date ?? ruleDate) : addDays(ruleDate, series.days), ruleDate, refusal }
}

/** Sorted by current date. */
export const datesOf = (series: Series, bookings: readonly (Booking | undefined)[]): SeriesDate[] =>
  series.dates
    .map((ruleDate, at) => dateOf(series, ruleDate, bookings[at]))
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? -1 : 1))

export const bookingsOf = async (
  series: Series,
  deps: { readonly series: Pick<SeriesStore, 'findBookings'> },
): Promise<SeriesDate[]> => {
  const ids: BookingId[] = series.dates.map((date) => bookingIdOf(series.holder, keyOfDate(series.id, date)))
  return datesOf(series, await deps.series.findBookings(ids))
}

/** The outcome is answered even when the search for alternatives is busy. */
const noneWhenBusy = (error: unknown): [] => {
  if (isBusy(error)) return []
  throw error
}

export const withAlternatives = (
  series: Omit<Series, 'id'>,
  dates: readonly SeriesDate[],
  deps: Pick<Deps, 'sites' | 'members' | 'bookings' | 'now'>,
): Promise<SeriesDate[]> =>
  mapAtOnce(dates, DATES_AT_ONCE, async (each) => {
    if (each.refusal?.kind !== 'taken') return each
    const wanted = { ...series, ...(each.wanted ?? { date: each.date }) }
    return { ...each, alternatives: await findAlternatives(wanted, deps).catch(noneWhenBusy) }
  })

/** What the current request did to dates, which the table does not know. */
export type Answers = ReadonlyMap<LocalDate, Partial<SeriesDate>>

/** Undefined when its site is gone. */
export const reportOf = async (
  series: Series,
  deps: Deps,
  answers: Answers = new Map(),
): Promise<SeriesReport | undefined> => {
  const [lent, found] = await Promise.all([deps.sites.findSite(series.site), bookingsOf(series, deps)])
  if (!lent) return undefined
  const dates = found.map((each) => ({ ...each, ...answers.get(each.ruleDate) }))
  const today = localTimeAt(deps.now(), lent.site.timeZone).date
  const past = dates.filter(({ date }) => date < today)
  const coming = await withAlternatives(series, dates.slice(past.length), deps)
  const space = lent.spaces.find(({ id }) => id === series.space)
  return { series, site: lent.site, space, dates: [...past, ...coming] }
}

export type OneSeries = { readonly id: SeriesId; readonly by: Actor }

/** People without access do not find the series. */
export const findSeries = async (
  { id, by, action }: OneSeries & { readonly action: 'read-series' | 'change-series' },
  deps: Pick<Dependencies, 'series' | 'grants' | 'sites'>,
): Promise<Series | undefined> => {
  const series = (await deps.series.findSeries(id))?.series
  const about = series && { owner: series.holder, bookedBy: series.bookedBy }
  return about && (await may(by, action, about, deps)) ? series : undefined
}
