import type { BookingRefusal } from '../../shared/domain/booking-refusal.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { formatRange } from '../../shared/domain/quarter-range.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { DateRefusal, DateRefusals, Series } from '../../shared/domain/series.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import type { BookSpaceRefusal } from './book-space.ts'
import type { BookSpace } from './book-space-command.ts'
import type { BookedFor } from './booked-for.ts'
import { checkSpaces } from './check-spaces.ts'
import { DATES_AT_ONCE, keyOfDate } from './read-series.ts'
import type { SessionToken } from './session-token.ts'

/** Without a token, a series goes on in its holder's absence. `endsAt` is on the clock of `performance.now()`. */
export type SeriesRun = { readonly token: SessionToken | undefined; readonly endsAt: number }

/** The last date may take five seconds, and the function has ten. */
const BEGINS_WITHIN_MS = 4000

export const startSeriesRun = (token: SeriesRun['token']): SeriesRun => ({
  token,
  endsAt: performance.now() + BEGINS_WITHIN_MS,
})

/** Throws ContentionError when it is too late to start a date: repeating goes on. */
export const checkTime = ({ endsAt }: SeriesRun): void => {
  if (performance.now() > endsAt) throw new ContentionError('no time left for all dates')
}

/** A booked date has no refusal. */
export type DateOutcome = { readonly date: LocalDate; readonly refusal?: DateRefusal }

const WHOLE = ['signed-out', 'not-found', 'name-missing', 'key-reused', 'conditions-missing'] as const
export type WholeSeriesRefusal = Extract<BookSpaceRefusal, { readonly kind: (typeof WHOLE)[number] }>

/** Absent holders learn date by date which conditions to accept. */
const isOfWholeSeries = (refusal: BookSpaceRefusal, { token }: SeriesRun): refusal is WholeSeriesRefusal =>
  WHOLE.some((kind) => kind === refusal.kind) &&
  !(token === undefined && refusal.kind === 'conditions-missing')

export const dateRefusalOf = ({ kind, ...facts }: BookingRefusal): DateRefusal =>
  'open' in facts ? { kind, facts: { ...facts, open: facts.open.map(formatRange) } } : { kind, facts }

export const dateRefusalsOf = (outcomes: readonly DateOutcome[]): DateRefusals =>
  Object.fromEntries(outcomes.flatMap(({ date, refusal }) => (refusal ? [[date, refusal]] : [])))

const whoseOf = ({ holder, bookedBy }: Series, { token }: SeriesRun): BookedFor => {
  if (!token) return { kind: 'absent', holder, bookedBy }
  return bookedBy ? { kind: 'association', token, association: holder, bookedBy } : { kind: 'self', token }
}

const commandFor = (series: Series, ruleDate: LocalDate, run: SeriesRun): BookSpace => {
  const { id, site, space, start, end, use, places } = series
  const asked = { site, space, start, end, use, places, series: id, whose: whoseOf(series, run) }
  return { ...asked, date: addDays(ruleDate, series.days), idempotencyKey: keyOfDate(id, ruleDate) }
}

const outcomeOf = ({ days }: Series, ruleDate: LocalDate, refusal: BookingRefusal): DateOutcome => ({
  date: ruleDate,
  refusal: { ...dateRefusalOf(refusal), ...(days !== 0 && { date: addDays(ruleDate, days) }) },
})

type Attempt = (command: BookSpace, deps: Dependencies) => Promise<Result<unknown, BookSpaceRefusal>>

/** Where fair use counts bookings, dates go in turn: the earlier ones are booked first. */
const atOnceFor = async ({ site, space }: Series, { sites }: Dependencies): Promise<number> => {
  const spaces = (await sites.findSite(site))?.spaces ?? []
  return spaces.find(({ id }) => id === space)?.fairUse ? 1 : DATES_AT_ONCE
}

/** Tries several dates at once; with `all`, until one is refused. */
export const tryDates = async (
  series: Series,
  run: SeriesRun,
  attempt: Attempt,
  deps: Dependencies,
): Promise<Result<DateOutcome[], WholeSeriesRefusal>> => {
  const { dates, mode } = series
  let whole: WholeSeriesRefusal | undefined
  let refused = false
  const outcomes = await mapAtOnce(
    dates,
    await atOnceFor(series, deps),
    async (ruleDate): Promise<DateOutcome[]> => {
      if (whole || (refused && mode === 'all')) return []
      checkTime(run)
      const result = await attempt(commandFor(series, ruleDate, run), deps)
      // The key is unique to the date, which was booked before the series moved.
      if (result.ok || result.error.kind === 'key-reused') return [{ date: ruleDate }]
      refused = true
      if (isOfWholeSeries(result.error, run)) {
        whole = result.error
        return []
      }
      return [outcomeOf(series, ruleDate, result.error)]
    },
  )
  return whole ? refuse(whole) : ok(outcomes.flat())
}

/** The refusals that booking the dates now would give; writes nothing. */
export const checkDates = async (
  series: Series,
  run: SeriesRun,
  deps: Dependencies,
): Promise<Result<DateRefusals, WholeSeriesRefusal>> => {
  const commands = series.dates.map((ruleDate) => commandFor(series, ruleDate, run))
  const checked = await checkSpaces(commands, deps, () => checkTime(run))
  const whole = checked.flatMap((refusal) => (refusal && isOfWholeSeries(refusal, run) ? refusal : []))
  const [first] = whole.filter(({ kind }) => kind !== 'key-reused')
  if (first) return refuse(first)
  const outcomes = series.dates.map((ruleDate, at): DateOutcome => {
    const refusal = checked[at]
    return refusal && !isOfWholeSeries(refusal, run)
      ? outcomeOf(series, ruleDate, refusal)
      : { date: ruleDate }
  })
  return ok(dateRefusalsOf(outcomes))
}
