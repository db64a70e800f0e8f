import type { Booking, HolderId } from '../../../shared/domain/booking.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { DateRefusals, Series, SeriesId } from '../../../shared/domain/series.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mapAtOnce } from '../at-once.ts'
import { cancelBooking } from './cancel-booking.ts'
import {
  bookingsOf,
  DATES_AT_ONCE,
  findOwnSeries,
  reportOf,
  type SeriesDate,
  type SeriesReport,
} from './read-series.ts'

type Deps = Pick<Dependencies, 'bookings' | 'waits' | 'workshops' | 'series' | 'sites' | 'now'>

const isConfirmed = (each: SeriesDate): each is SeriesDate & { readonly booking: Booking } =>
  each.booking?.status === 'confirmed'

/** Cancels what a series has booked from a date on; answers the dates that have started, and so stay. */
export const cancelDates = async (series: Series, from: LocalDate | undefined, deps: Deps): Promise<Set<LocalDate>> => {
  const booked = (await bookingsOf(series, deps)).filter(isConfirmed)
  const wanted = booked.filter(({ date }) => from === undefined || date >= from)
  const stay = await mapAtOnce(wanted, DATES_AT_ONCE, async ({ date, booking }) => {
    const cancelled = await cancelBooking({ id: booking.id, holder: series.holder }, deps)
    return cancelled.ok ? [] : [date]
  })
  return new Set(stay.flat())
}

/** A series that was stopped in the middle ends where it is: its other dates are given up. */
const endUnfinished = async (series: Series, deps: Deps): Promise<void> => {
  const left = (await bookingsOf(series, deps)).filter(({ booking }) => !booking)
  const refusals: DateRefusals = Object.fromEntries(left.map(({ date }) => [date, { kind: 'cancelled', facts: {} }]))
  await deps.series.finishSeries(series.id, 'done', refusals)
}

type CancelSeries = { readonly id: SeriesId; readonly holder: HolderId; readonly from?: LocalDate }

/** Cancels one of the holder's series, wholly or from a date on; again changes nothing. */
export const cancelSeries = async (
  command: CancelSeries,
  deps: Deps,
): Promise<Result<SeriesReport, { readonly kind: 'not-found' }>> => {
  const series = await findOwnSeries(command, deps)
  if (!series) return refuse({ kind: 'not-found' })
  if (series.state === 'booking') await endUnfinished(series, deps)
  const stay = await cancelDates(series, command.from, deps)
  const report = await reportOf((await findOwnSeries(command, deps)) ?? series, deps)
  if (!report) return refuse({ kind: 'not-found' })
  const dates = report.dates.map((each) =>
    stay.has(each.date) ? { ...each, refusal: { kind: 'already-started' as const, facts: {} } } : each,
  )
  return ok({ ...report, dates })
}
