import type { BookingRefusal } from '../../../shared/domain/booking.ts'
import { addDays, type LocalDate } from '../../../shared/domain/local-date.ts'
import { ok, type Result, refuse } from '../../../shared/domain/result.ts'
import type { DateRefusal, DateRefusals, Series } from '../../../shared/domain/series.ts'
import { ContentionError } from '../../../shared/store/contention.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mapAtOnce } from '../at-once.ts'
import { viewOfQuarters } from '../views.ts'
import type { BookSpace, BookSpaceRefusal, checkSpace } from './book-space.ts'
import { DATES_AT_ONCE, keyOfDate } from './read-series.ts'

/** By whom a series is booked, and until when, by `performance.now()`. */
export type Run = { readonly token: BookSpace['token']; readonly endsAt: number }

/** No date is begun after it: one may itself take five seconds, and the function has ten. */
const BEGINS_WITHIN_MS = 4000

export const aRun = (token: BookSpace['token']): Run => ({ token, endsAt: performance.now() + BEGINS_WITHIN_MS })

/** Throws ContentionError once no other date can be begun: repeating goes on. */
export const checkTime = ({ endsAt }: Run): void => {
  if (performance.now() > endsAt) throw new ContentionError('no time left for all dates')
}

/** What happened to a date: nothing to say when it is booked. */
export type Outcome = { readonly date: LocalDate; readonly refusal?: DateRefusal }

const WHOLE = ['signed-out', 'not-found', 'name-missing', 'key-reused', 'conditions-missing'] as const
export type OfTheWhole = Extract<BookSpaceRefusal, { readonly kind: (typeof WHOLE)[number] }>

/** Who is absent is told, date by date, what they have to accept first. */
const isOfTheWhole = (refusal: BookSpaceRefusal, { token }: Run): refusal is OfTheWhole =>
  WHOLE.some((kind) => kind === refusal.kind) && !(token.secret === undefined && refusal.kind === 'conditions-missing')

export const refusalOf = ({ kind, ...facts }: BookingRefusal): DateRefusal =>
  'open' in facts ? { kind, facts: { open: facts.open.map(viewOfQuarters) } } : { kind, facts }

export const refusalsIn = (outcomes: readonly Outcome[]): DateRefusals =>
  Object.fromEntries(outcomes.flatMap(({ date, refusal }) => (refusal ? [[date, refusal]] : [])))

type Act = (command: BookSpace, deps: Dependencies) => ReturnType<typeof checkSpace>

/** Tries each date, some at once; with `all`, until one is refused. */
export const tryDates = async (
  { dates, mode, ...series }: Series,
  run: Run,
  act: Act,
  deps: Dependencies,
): Promise<Result<Outcome[], OfTheWhole>> => {
  let whole: OfTheWhole | undefined
  let refused = false
  const outcomes = await mapAtOnce(dates, DATES_AT_ONCE, async (ruleDate): Promise<Outcome[]> => {
    if (whole || (refused && mode === 'all')) return []
    checkTime(run)
    const date = addDays(ruleDate, series.days)
    const idempotencyKey = keyOfDate(series.id, ruleDate)
    const whose = { ...(series.bookedBy && { as: series.holder }), token: run.token }
    const result = await act({ ...series, ...whose, date, idempotencyKey, series: series.id }, deps)
    // Its key is nobody else's: it was booked before the series was moved.
    if (result.ok || result.error.kind === 'key-reused') return [{ date: ruleDate }]
    refused = true
    if (isOfTheWhole(result.error, run)) {
      whole = result.error
      return []
    }
    return [{ date: ruleDate, refusal: { ...refusalOf(result.error), ...(date !== ruleDate && { date }) } }]
  })
  return whole ? refuse(whole) : ok(outcomes.flat())
}
