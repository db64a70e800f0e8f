import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { SeriesId } from '../../shared/domain/ids.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { DateRefusals, Series } from '../../shared/domain/series.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { limitedNotices, type MessageRefusal } from './allowances.ts'
import { bookSpace } from './book-space.ts'
import { cancelDates } from './cancel-series.ts'
import { hashOfRequest, idOf } from './hash.ts'
import { planSeries, type SeriesPlanRefusal, type SeriesRequest } from './plan-series.ts'
import { datesOf, reportOf, type SeriesDate, type SeriesReport, withAlternatives } from './read-series.ts'
import type { SessionToken } from './session-token.ts'
import {
  checkDates,
  dateRefusalsOf,
  type SeriesRun,
  startSeriesRun,
  tryDates,
  type WholeSeriesRefusal,
} from './try-dates.ts'

export type BookSeries = {
  readonly request: SeriesRequest
  readonly holder: SignedInHolder
  readonly token: SessionToken
  readonly idempotencyKey: string
}

export type FinishRefusal =
  | WholeSeriesRefusal
  | { readonly kind: 'series-refused'; readonly dates: readonly SeriesDate[] }

export type BookSeriesRefusal = SeriesPlanRefusal | FinishRefusal | MessageRefusal

type BookDeps = Dependencies

const refusedWith = async (
  series: Series,
  refusals: DateRefusals,
  deps: Pick<Dependencies, 'sites' | 'members' | 'bookings' | 'now'>,
) => {
  const dates = datesOf({ ...series, refusals }, []).filter(({ refusal }) => refusal)
  return refuse({ kind: 'series-refused' as const, dates: await withAlternatives(series, dates, deps) })
}

/** Answers an existing series unchanged. */
const begin = async (
  command: BookSeries,
  run: SeriesRun,
  deps: BookDeps,
): Promise<Result<Series, BookSeriesRefusal>> => {
  const { request, holder, idempotencyKey } = command
  const id = idOf('series', holder.id, idempotencyKey) as SeriesId
  const requestHash = hashOfRequest('series', request)
  const begun = async (): Promise<Result<Series, BookSeriesRefusal> | undefined> => {
    const found = await deps.series.findSeries(id)
    if (found && found.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
    return found && ok(found.series)
  }
  const before = await begun()
  if (before) return before
  const planned = await planSeries({ id, request, by: holder }, deps)
  if (!planned.ok) return planned
  const { series } = planned.value
  if (request.mode === 'all') {
    const checked = await checkDates(series, run, deps)
    if (!checked.ok) return checked
    if (Object.keys(checked.value).length > 0) return refusedWith(series, checked.value, deps)
  }
  const refusal = await limitedNotices(deps)({ by: holder.id, to: request.as }, async () => {
    if (!(await deps.series.addSeries(series, requestHash))) throw new ContentionError('changed')
  })
  return refusal ? refuse(refusal) : ok(series)
}

/** Books missing dates and writes the outcome once. */
const bookDates = async (
  series: Series,
  run: SeriesRun,
  deps: Dependencies,
): Promise<Result<Series, WholeSeriesRefusal>> => {
  if (series.state !== 'booking') return ok(series)
  const tried = await tryDates(series, run, bookSpace, deps)
  if (!tried.ok) return tried
  const refusals = dateRefusalsOf(tried.value)
  const refused = Object.keys(refusals).length
  const isRefused = refused > 0 && (series.mode === 'all' || refused === series.dates.length)
  const end = isRefused ? ({ state: 'refused', rolling: undefined } as const) : ({ state: 'done' } as const)
  if (await deps.series.changeSeries(series, { ...end, refusals })) return ok({ ...series, ...end, refusals })
  // A concurrent identical request wrote its outcome first, which counts.
  return ok((await deps.series.findSeries(series.id))?.series ?? series)
}

/** A refused series gives all its dates back. */
export const finishSeries = async (
  series: Series,
  run: SeriesRun,
  deps: Dependencies,
): Promise<Result<Series, FinishRefusal>> => {
  const finished = await bookDates(series, run, deps)
  if (!finished.ok || finished.value.state !== 'refused') return finished
  await cancelDates(finished.value, undefined, deps)
  return refusedWith(finished.value, finished.value.refusals, deps)
}

/**
 * Books each date of a rule as an ordinary booking. The same Idempotency-Key finishes the same series. Throws
 * ContentionError like bookSpace, and when time runs out.
 */
export const bookSeries = async (
  command: BookSeries,
  deps: BookDeps,
): Promise<Result<SeriesReport, BookSeriesRefusal>> => {
  const run = startSeriesRun(command.token)
  const begun = await retryContended(() => begin(command, run, deps), run.endsAt - performance.now())
  if (!begun.ok) return begun
  const finished = await finishSeries(begun.value, run, deps)
  if (!finished.ok) return finished
  const report = await reportOf(finished.value, deps)
  return report ? ok(report) : refuse({ kind: 'not-found' })
}
