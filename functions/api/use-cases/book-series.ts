import type { BookingRefusal } from '../../../shared/domain/booking.ts'
import type { LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { DateRefusal, DateRefusals, Series, SeriesId } from '../../../shared/domain/series.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { Holder } from '../../../shared/store/identity-item.ts'
import type { Dependencies } from '../../dependencies.ts'
import type { SessionToken } from '../../http/access.ts'
import { hashOf, idOf } from '../../http/hash.ts'
import { mapAtOnce } from '../at-once.ts'
import { viewOfQuarters } from '../views.ts'
import { type BookSpace, bookSpace, checkSpace } from './book-space.ts'
import { cancelDates } from './cancel-series.ts'
import { type PlanRefusal, planSeries, type SeriesRequest } from './plan-series.ts'
import {
  DATES_AT_ONCE,
  keyOfDate,
  reportOf,
  type SeriesDate,
  type SeriesReport,
  withAlternatives,
} from './read-series.ts'

/** No date is begun after it: one may itself take five seconds, and the function has ten. */
const BEGINS_WITHIN_MS = 4000

export type BookSeries = {
  readonly request: SeriesRequest
  readonly holder: Holder
  readonly token: SessionToken
  readonly idempotencyKey: string
}

export type BookSeriesRefusal =
  | PlanRefusal
  | { readonly kind: 'key-reused' | 'signed-out' }
  | { readonly kind: 'series-refused'; readonly dates: readonly SeriesDate[] }

type Deps = Pick<Dependencies, 'bookings' | 'waits' | 'workshops' | 'series' | 'sites' | 'recurrence' | 'now'>

/** What happened to a date: nothing to say when it is booked. */
type Outcome = { readonly date: LocalDate; readonly refusal?: DateRefusal }

type Act = (command: BookSpace, deps: Deps) => ReturnType<typeof checkSpace>

const WHOLE = ['signed-out', 'not-found', 'name-missing', 'key-reused'] as const
type OfTheWhole = { readonly kind: (typeof WHOLE)[number] }

const isOfTheWhole = (refusal: BookingRefusal | OfTheWhole): refusal is OfTheWhole =>
  WHOLE.some((kind) => kind === refusal.kind)

const refusalOf = (refusal: BookingRefusal): DateRefusal => {
  const { kind, ...facts } = refusal
  return refusal.kind === 'outside-opening'
    ? { kind, facts: { open: refusal.open.map(viewOfQuarters) } }
    : { kind, facts }
}

/** By whom a series is booked, and until when, by `performance.now()`. */
type Run = { readonly token: SessionToken; readonly endsAt: number }

/** Tries each date, some at once; with `all`, until one is refused. */
const tryDates = async (
  series: Series,
  { token, endsAt }: Run,
  act: Act,
  deps: Deps,
): Promise<Result<Outcome[], OfTheWhole>> => {
  let whole: OfTheWhole | undefined
  let refused = false
  const outcomes = await mapAtOnce(series.dates, DATES_AT_ONCE, async (date): Promise<Outcome[]> => {
    if (whole || (refused && series.mode === 'all')) return []
    if (performance.now() > endsAt) throw new ContentionError('no time left for all dates')
    const idempotencyKey = keyOfDate(series.id, date)
    const result = await act({ ...series, date, token, idempotencyKey, series: series.id }, deps)
    if (result.ok) return [{ date }]
    refused = true
    if (!isOfTheWhole(result.error)) return [{ date, refusal: refusalOf(result.error) }]
    whole = result.error
    return []
  })
  return whole ? refuse(whole) : ok(outcomes.flat())
}

const refusalsIn = (outcomes: readonly Outcome[]): DateRefusals =>
  Object.fromEntries(outcomes.flatMap(({ date, refusal }) => (refusal ? [[date, refusal]] : [])))

const refusedWith = async (series: Series, refusals: DateRefusals, deps: Deps) => {
  const dates = series.dates.flatMap((date) => (refusals[date] ? [{ date, refusal: refusals[date] }] : []))
  return refuse({ kind: 'series-refused' as const, dates: await withAlternatives(series, dates, deps) })
}

/** A new series, written when nothing is known to stand in its way; one that was begun before, as it was. */
const begin = async (command: BookSeries, run: Run, deps: Deps): Promise<Result<Series, BookSeriesRefusal>> => {
  const { request, holder, idempotencyKey } = command
  const id = idOf('series', holder.id, idempotencyKey) as SeriesId
  const requestHash = hashOf('series', JSON.stringify(Object.entries(request).sort()))
  const begun = async (): Promise<Result<Series, BookSeriesRefusal> | undefined> => {
    const found = await deps.series.findSeries(id)
    if (found && found.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
    return found && ok(found.series)
  }
  const before = await begun()
  if (before) return before
  const planned = await planSeries({ id, holder, request }, deps)
  if (!planned.ok) return planned
  if (request.mode === 'all') {
    const checked = await tryDates({ ...planned.value, mode: 'possible' }, run, checkSpace, deps)
    if (!checked.ok) return checked
    const refusals = refusalsIn(checked.value)
    if (Object.keys(refusals).length > 0) return refusedWith(planned.value, refusals, deps)
  }
  return (await deps.series.addSeries(planned.value, requestHash)) ? planned : ((await begun()) ?? planned)
}

/** Books what a series still lacks, and says once how it ended. */
const finish = async (series: Series, run: Run, deps: Deps): Promise<Result<Series, OfTheWhole>> => {
  if (series.state !== 'booking') return ok(series)
  const tried = await tryDates(series, run, bookSpace, deps)
  if (!tried.ok) return tried
  const refusals = refusalsIn(tried.value)
  const refused = Object.keys(refusals).length
  const state = refused > 0 && (series.mode === 'all' || refused === series.dates.length) ? 'refused' : 'done'
  if (await deps.series.finishSeries(series.id, state, refusals)) return ok({ ...series, state, refusals })
  // The same request, sent twice at once, has said so first: what it said holds.
  return ok((await deps.series.findSeries(series.id))?.series ?? series)
}

/**
 * Books what a rule gives, each date as an ordinary booking. The same Idempotency-Key gives the same series, for ever:
 * repeating finishes one that was stopped. Throws ContentionError like bookSpace, and when time runs out.
 */
export const bookSeries = async (command: BookSeries, deps: Deps): Promise<Result<SeriesReport, BookSeriesRefusal>> => {
  const run = { token: command.token, endsAt: performance.now() + BEGINS_WITHIN_MS }
  const begun = await begin(command, run, deps)
  if (!begun.ok) return begun
  const finished = await finish(begun.value, run, deps)
  if (!finished.ok) return finished
  const series = finished.value
  if (series.state === 'refused') {
    await cancelDates(series, undefined, deps)
    return refusedWith(series, series.refusals, deps)
  }
  const report = await reportOf(series, deps)
  return report ? ok(report) : refuse({ kind: 'not-found' })
}
