import { decideCancellation } from '../../shared/domain/booking-change.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Series, SeriesSlot } from '../../shared/domain/series.ts'
import { withOpenAct } from '../../shared/domain/series-act.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { LentSite } from '../../shared/store/site-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { type FinishRefusal, finishSeries } from './book-series.ts'
import { type BookedDate, bookedDates } from './cancel-series.ts'
import { endSeriesAct } from './end-series-act.ts'
import { finishPendingDates } from './extend-series.ts'
import { type MoveBookingRefusal, moveBooking } from './move-booking.ts'
import {
  DATES_AT_ONCE,
  findSeries,
  type OneSeries,
  reportOf,
  type SeriesDate,
  type SeriesReport,
  withAlternatives,
} from './read-series.ts'
import type { SessionToken } from './session-token.ts'
import { checkTime, dateRefusalOf, type SeriesRun, startSeriesRun } from './try-dates.ts'

/** `from` compares with current dates; `days` shift the dates of the rule. */
export type MoveSeries = OneSeries & {
  readonly token: SessionToken
  readonly from?: LocalDate
  readonly changes: Partial<SeriesSlot>
}

type NoTime = { readonly kind: 'invalid'; readonly errors: readonly { pointer: string; detail: string }[] }

export type MoveSeriesRefusal =
  | FinishRefusal
  | { readonly kind: 'not-found' | 'nothing-to-move' | 'of-workshop' }
  | { readonly kind: 'series-not-moved'; readonly dates: readonly SeriesDate[] }
  | NoTime

type Whole = { readonly kind: 'signed-out' | 'not-found' | 'of-workshop' }

type OfOne = Extract<MoveBookingRefusal, { readonly wanted: unknown }>

const isOfOne = (refusal: MoveBookingRefusal): refusal is OfOne => 'wanted' in refusal

const answerOf = (each: BookedDate, refusal: OfOne): SeriesDate => {
  const { wanted, ...why } = refusal
  if (why.kind === 'cancelled') return each
  if (why.kind === 'already-started' || why.kind === 'not-confirmed' || why.kind === 'of-workshop')
    return { ...each, refusal: { kind: why.kind, facts: {} } }
  return { ...each, refusal: dateRefusalOf(why), wanted }
}

/** Dates that shift move in order, so that none blocks the next; others move several at once. */
const inTurn = (booked: readonly BookedDate[], days: number | undefined): [BookedDate[], atOnce: number] => {
  if (days === undefined) return [[...booked], DATES_AT_ONCE]
  const later = booked.filter(({ date, ruleDate }) => addDays(ruleDate, days) > date)
  const sooner = booked.filter(({ date, ruleDate }) => addDays(ruleDate, days) <= date)
  return [[...later.reverse(), ...sooner], 1]
}

type ToCome = { readonly started: SeriesDate[]; readonly toCome: BookedDate[] }

const withoutStarted = (booked: readonly BookedDate[], { site }: LentSite, now: Instant): ToCome => {
  const isStarted = ({ booking }: BookedDate) => !decideCancellation(booking, site, now).ok
  const refusal = { kind: 'already-started' as const, facts: {} }
  return {
    started: booked.filter(isStarted).map((each) => ({ ...each, refusal })),
    toCome: booked.filter((each) => !isStarted(each)),
  }
}

const moveDates = async (
  booked: readonly BookedDate[],
  { by, changes: { days, ...others } }: MoveSeries,
  run: SeriesRun,
  deps: Dependencies,
): Promise<Result<SeriesDate[], Whole>> => {
  let whole: Whole | undefined
  const [dates, atOnce] = inTurn(booked, days)
  const answers = await mapAtOnce(dates, atOnce, async (each): Promise<SeriesDate[]> => {
    if (whole) return []
    checkTime(run)
    const date = days === undefined ? {} : { date: addDays(each.ruleDate, days) }
    const moved = await moveBooking({ ...others, ...date, id: each.booking.id, by, withSeries: true }, deps)
    if (moved.ok)
      return [{ ...each, date: moved.value.booking.date, booking: moved.value.booking, moved: true }]
    if (isOfOne(moved.error)) return [answerOf(each, moved.error)]
    whole = moved.error
    return []
  })
  return whole ? refuse(whole) : ok(answers.flat())
}

const isElsewhere = ({ booking, ruleDate }: BookedDate, { days, ...others }: Partial<SeriesSlot>): boolean =>
  (days !== undefined && booking.date !== addDays(ruleDate, days)) ||
  Object.entries(others).some(([name, value]) => booking[name as keyof typeof others] !== value)

/** Noted before the first date moves. Answers the series as it is then. */
const beginAct = async (
  series: Series,
  { by, changes }: MoveSeries,
  toCome: readonly BookedDate[],
  deps: Dependencies,
): Promise<Series> => {
  const moving = toCome.filter((each) => isElsewhere(each, changes))
  const begun = withOpenAct(series, { kind: 'moved', by: by.id, begunAt: deps.now() }, moving)
  if (!begun) return series
  if (!(await deps.series.changeSeries(series, begun))) throw new ContentionError('changed')
  return { ...series, ...begun, revision: series.revision + 1 }
}

/** Future dates use the series' own slot, even if single dates moved elsewhere. */
const refusalOfTimes = (series: Series, changes: Partial<SeriesSlot>): NoTime | undefined => {
  const { start, end } = { ...series, ...changes }
  const pointer = changes.start === undefined ? '/end' : '/start'
  return start < end
    ? undefined
    : { kind: 'invalid', errors: [{ pointer, detail: 'expected an end after the start' }] }
}

/** Throws ContentionError after a concurrent change of the series. */
const attempt = async (
  command: MoveSeries,
  run: SeriesRun,
  deps: Dependencies,
): Promise<Result<{ series: Series; answers: SeriesDate[] }, MoveSeriesRefusal>> => {
  const begun = await findSeries({ ...command, action: 'change-series' }, deps)
  if (!begun) return refuse({ kind: 'not-found' })
  const { changes } = command
  const noTime = refusalOfTimes(begun, changes)
  if (noTime) return refuse(noTime)
  const finished = await finishSeries(begun, run, deps)
  if (!finished.ok) return finished
  await finishPendingDates(begun.id, { ...run, token: undefined }, deps)
  const found = await findSeries({ ...command, action: 'change-series' }, deps)
  if (!found) return refuse({ kind: 'not-found' })
  if (refusalOfTimes(found, changes)) throw new ContentionError('changed')
  const booked = await bookedDates(found, command.from, deps)
  const lent = await deps.sites.findSite(found.site)
  if (!lent) return refuse({ kind: 'not-found' })
  const { started, toCome } = withoutStarted(booked, lent, deps.now())
  if (toCome.length === 0) return refuse({ kind: 'nothing-to-move' })
  const series = await beginAct(found, command, toCome, deps)
  const moved = await moveDates(toCome, command, run, deps)
  if (!moved.ok) return moved
  if (!moved.value.some((each) => each.moved))
    return refuse({ kind: 'series-not-moved', dates: await withAlternatives(series, moved.value, deps) })
  const isSame = Object.entries(changes).every(([name, value]) => series[name as keyof SeriesSlot] === value)
  if (!isSame && !(await deps.series.changeSeries(series, changes))) throw new ContentionError('changed')
  return ok({ series: { ...series, ...changes }, answers: [...started, ...moved.value] })
}

/**
 * Moves a series from a date on, each booking alone; omitted fields stay. A date that is already there counts
 * as moved, so that repeating finishes. Future dates of a rolling series follow.
 */
export const moveSeries = async (
  command: MoveSeries,
  deps: Dependencies,
): Promise<Result<SeriesReport, MoveSeriesRefusal>> => {
  const run = startSeriesRun(command.token)
  const moved = await retryContended(() => attempt(command, run, deps), run.endsAt - performance.now())
  await endSeriesAct({ id: command.id, kind: 'moved', by: command.by.id }, deps)
  if (!moved.ok) return moved
  const { series, answers } = moved.value
  const report = await reportOf(
    series,
    deps,
    new Map(answers.map(({ booking: _, ...each }) => [each.ruleDate, each])),
  )
  return report ? ok(report) : refuse({ kind: 'not-found' })
}
