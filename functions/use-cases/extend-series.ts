import { lastDateFor } from '../../shared/domain/availability.ts'
import type { SeriesId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { extendRollingSeries, isDecidedIn, isRollingDate } from '../../shared/domain/rolling-series.ts'
import type { DateRefusal, Rolling, Series } from '../../shared/domain/series.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'
import { bookSpace } from './book-space.ts'
import { bookingIdOf } from './book-space-command.ts'
import { cancelBooking } from './cancel-booking.ts'
import { keyOfDate } from './read-series.ts'
import { dateRefusalsOf, type SeriesRun, tryDates } from './try-dates.ts'

const CANCELLED: DateRefusal = { kind: 'cancelled', facts: {} }

const giveUp = async (
  { id, holder }: Series,
  dates: readonly LocalDate[],
  deps: Dependencies,
): Promise<void> => {
  for (const date of dates)
    await cancelBooking({ id: bookingIdOf(holder, keyOfDate(id, date)), holder, withSeries: true }, deps)
}

/** Dates that were booked during a cancellation whose writer missed them. */
const giveUpCancelled = async (
  { id }: Series,
  booked: readonly LocalDate[],
  deps: Dependencies,
): Promise<void> => {
  const latest = (await deps.series.findSeries(id))?.series
  if (latest)
    await giveUp(
      latest,
      booked.filter((date) => latest.refusals[date]?.kind === CANCELLED.kind),
      deps,
    )
}

type RollingSeries = Series & { readonly rolling: Rolling }

/** Answers false when the outcome of a date is open. */
const bookPending = async (series: RollingSeries, run: SeriesRun, deps: Dependencies): Promise<boolean> => {
  const { rolling } = series
  const dates = rolling.pending.filter((date) => isRollingDate(rolling, date))
  const unwanted = rolling.pending.filter((date) => !isRollingDate(rolling, date))
  await giveUp(series, unwanted, deps)
  const tried = await tryDates({ ...series, dates, mode: 'possible' }, run, bookSpace, deps)
  if (!tried.ok) return false
  const cancelled = Object.fromEntries(unwanted.map((date) => [date, CANCELLED]))
  const refusals = { ...series.refusals, ...dateRefusalsOf(tried.value), ...cancelled }
  if (await deps.series.changeSeries(series, { refusals, rolling: { ...rolling, pending: [] } })) return true
  await giveUpCancelled(series, dates, deps)
  return true
}

const claimNext = async (series: Series, deps: Dependencies): Promise<boolean> => {
  const [lent, membership] = await Promise.all([
    deps.sites.findSite(series.site),
    deps.members.findMembership(series.holder, series.site),
  ])
  const space = lent?.spaces.find(({ id }) => id === series.space)
  if (!lent || !space) return false
  const now = deps.now()
  const lastDate = lastDateFor(membership, space, { ...lent, now })
  const { date: today } = localTimeAt(now, lent.site.timeZone)
  const reach = {
    today,
    lastDate,
    isDecided: isDecidedIn({ ...space, start: series.start, end: series.end }, lent.site, today),
  }
  const changes = await extendRollingSeries(series, reach, deps.recurrence)
  if (changes) await deps.series.changeSeries(series, changes)
  return changes !== undefined
}

/** Far more than any series takes, concurrent runs included. */
const MOST_LOOKS = 20

type Step = (series: RollingSeries) => Promise<boolean>

/** Each step sees the series that the previous one left. */
const advance = async (id: SeriesId, step: Step, deps: Dependencies): Promise<void> => {
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const series = (await deps.series.findSeries(id))?.series
    if (series?.state !== 'done' || !series.rolling) return
    if (!(await step({ ...series, rolling: series.rolling }))) return
  }
  throw new ContentionError('the series kept changing')
}

export const finishPendingDates = (id: SeriesId, run: SeriesRun, deps: Dependencies): Promise<void> =>
  advance(id, async (series) => series.rolling.pending.length > 0 && bookPending(series, run, deps), deps)

/**
 * Books newly reachable dates of a rolling series for its absent holder, each once. Dates are noted before
 * they are booked, so that another run finishes them or runs beside this one.
 */
export const extendSeries = (id: SeriesId, deps: Dependencies): Promise<void> =>
  advance(
    id,
    (series) => {
      const run = { token: undefined, endsAt: Number.POSITIVE_INFINITY }
      return series.rolling.pending.length > 0 ? bookPending(series, run, deps) : claimNext(series, deps)
    },
    deps,
  )
