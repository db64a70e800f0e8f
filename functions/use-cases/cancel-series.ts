import type { Booking } from '../../shared/domain/booking.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { endRollingBefore } from '../../shared/domain/rolling-series.ts'
import type { DateRefusals, Series } from '../../shared/domain/series.ts'
import { withOpenAct } from '../../shared/domain/series-act.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { SeriesChanges } from '../../shared/store/series-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { cancelBooking } from './cancel-booking.ts'
import { endSeriesAct } from './end-series-act.ts'
import { finishPendingDates } from './extend-series.ts'
import {
  bookingsOf,
  DATES_AT_ONCE,
  findSeries,
  type OneSeries,
  reportOf,
  type SeriesDate,
  type SeriesReport,
} from './read-series.ts'
import { startSeriesRun } from './try-dates.ts'

export type BookedDate = SeriesDate & { readonly booking: Booking }

const isBooked = (each: SeriesDate): each is BookedDate =>
  each.booking !== undefined && isActive(each.booking)

/** Active bookings of a series from a date on, by their current dates. */
export const bookedDates = async (
  series: Series,
  from: LocalDate | undefined,
  deps: Pick<Dependencies, 'series'>,
): Promise<BookedDate[]> =>
  (await bookingsOf(series, deps)).filter(isBooked).filter(({ date }) => from === undefined || date >= from)

/** Answers the dates that have started, which stay. */
export const cancelDates = async (
  series: Series,
  from: LocalDate | undefined,
  deps: Dependencies,
): Promise<LocalDate[]> => {
  const stay = await mapAtOnce(
    await bookedDates(series, from, deps),
    DATES_AT_ONCE,
    async ({ ruleDate, booking }) => {
      const cancelled = await cancelBooking({ id: booking.id, holder: series.holder, withSeries: true }, deps)
      return cancelled.ok ? [] : [ruleDate]
    },
  )
  return stay.flat()
}

/** An interrupted series gives up its pending dates. */
const endUnfinished = async (series: Series, deps: Dependencies): Promise<SeriesChanges> => {
  const left = (await bookingsOf(series, deps)).filter(({ booking }) => !booking)
  const refusals: DateRefusals = Object.fromEntries(
    left.map(({ ruleDate }) => [ruleDate, { kind: 'cancelled', facts: {} }]),
  )
  return { state: 'done', refusals, rolling: undefined }
}

const endOf = async (
  series: Series,
  from: LocalDate | undefined,
  deps: Dependencies,
): Promise<SeriesChanges> => {
  if (series.state === 'booking') return endUnfinished(series, deps)
  return series.rolling ? { rolling: endRollingBefore(series, from) } : {}
}

/** Noted before the first date is cancelled, so that an interrupted act is told when it is finished. */
const actOn = async (
  series: Series,
  { by, from }: CancelSeries,
  end: SeriesChanges,
  deps: Dependencies,
): Promise<SeriesChanges> => {
  const stops = series.rolling && !(end.rolling && end.rolling.until === series.rolling.until)
  const begunAt = deps.now()
  const act = { kind: 'cancelled', by: by.id, begunAt, ...(stops && { stops }) } as const
  return withOpenAct(series, act, await bookedDates(series, from, deps)) ?? {}
}

/** Stops running requests and the daily job from booking later dates. */
const endSeries = (command: CancelSeries, deps: Dependencies): Promise<Series | undefined> =>
  retryContended(async () => {
    const series = await findSeries({ ...command, action: 'change-series' }, deps)
    if (!series) return undefined
    const end = await endOf(series, command.from, deps)
    const changes = { ...end, ...(await actOn(series, command, end, deps)) }
    const isChanged = Object.keys(changes).length > 0
    if (isChanged && !(await deps.series.changeSeries(series, changes))) throw new ContentionError('changed')
    return series
  })

type CancelSeries = OneSeries & { readonly from?: LocalDate }

/** Cancels a series, wholly or from a date on; repeating changes nothing. */
export const cancelSeries = async (
  command: CancelSeries,
  deps: Dependencies,
): Promise<Result<SeriesReport, { readonly kind: 'not-found' }>> => {
  const series = await endSeries(command, deps)
  if (!series) return refuse({ kind: 'not-found' })
  const started = { refusal: { kind: 'already-started' as const, facts: {} } }
  if (series.rolling) await finishPendingDates(command.id, startSeriesRun(undefined), deps)
  const stay = await cancelDates(series, command.from, deps)
  await endSeriesAct({ id: series.id, kind: 'cancelled', by: command.by.id }, deps)
  const latest = (await findSeries({ ...command, action: 'change-series' }, deps)) ?? series
  const report = await reportOf(latest, deps, new Map(stay.map((ruleDate) => [ruleDate, started])))
  return report ? ok(report) : refuse({ kind: 'not-found' })
}
