import type { SignedInHolder } from '../../shared/domain/holder.ts'
import type { CycleId, WorkshopId } from '../../shared/domain/ids.ts'
import { addDays, type LocalDate } from '../../shared/domain/local-date.ts'
import { MOST_DAYS, type RuleRefusal } from '../../shared/domain/recurrence-rule.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import {
  type SittingDate,
  type SittingDatesRefusal,
  type SittingPattern,
  sittingDates,
} from '../../shared/domain/sitting-dates.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import { readWrittenRule } from '../../shared/domain/written-rule.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { may } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { idOf } from './hash.ts'
import {
  checkWorkshop,
  type PlanWorkshop,
  type PlanWorkshopRefusal,
  planWorkshop,
  type WorkshopRequest,
  workshopIdOf,
} from './plan-workshop.ts'
import { listCycle } from './read-cycle.ts'
import { checkTime, type SeriesRun, startSeriesRun } from './try-dates.ts'

type CycleRequest = Omit<WorkshopRequest, 'date' | 'cycle'> & {
  readonly from: LocalDate
  readonly rule?: string
  readonly firstWorkingDays?: { readonly days: number; readonly months: number }
}

export type PlanCycle = {
  readonly request: CycleRequest
  readonly planner: SignedInHolder
  readonly idempotencyKey: string
}

type DateRefusal = Exclude<PlanWorkshopRefusal, { kind: (typeof WHOLE)[number] }>

/** A date with its workshop, or why there is none. */
export type Sitting = SittingDate & { readonly workshop?: WorkshopId; readonly refusal?: DateRefusal }

export type Cycle = {
  readonly id: CycleId
  readonly title: string
  readonly sittings: readonly Sitting[]
}

type WholeRefusal = Exclude<PlanWorkshopRefusal, DateRefusal>

export type CycleRefusal = WholeRefusal | RuleRefusal | SittingDatesRefusal

export type PlanCycleRefusal =
  | CycleRefusal
  | { readonly kind: 'cycle-refused'; readonly sittings: readonly Sitting[] }

type Deps = BookingDependencies & Pick<Dependencies, 'identities' | 'recurrence'>

const WHOLE = ['not-found', 'name-missing', 'key-reused'] as const

const isWhole = (refusal: PlanWorkshopRefusal): refusal is WholeRefusal =>
  WHOLE.some((kind) => kind === refusal.kind)

const AT_ONCE = 4

/** Refuses people who may not plan there before it computes any date. */
const datesOf = async (
  { request, planner }: Omit<PlanCycle, 'idempotencyKey'>,
  deps: Deps,
): Promise<Result<readonly SittingDate[], CycleRefusal>> => {
  const { site: id, rule: text, firstWorkingDays, from } = request
  if (!(await may(planner, 'plan-workshops', { site: id }, deps))) return refuse({ kind: 'not-found' })
  const lent = await deps.sites.findSite(id)
  if (!lent) return refuse({ kind: 'not-found' })
  const { timeZone, departement } = lent.site
  const dated = (pattern: SittingPattern) =>
    sittingDates({ pattern, from, lastDate: addDays(from, MOST_DAYS), departement }, deps.recurrence)
  if (firstWorkingDays) return dated({ workingDays: firstWorkingDays.days, months: firstWorkingDays.months })
  const rule = readWrittenRule(text ?? '', { ...request, timeZone })
  return rule.ok ? dated({ rule: rule.value }) : rule
}

type Attempt = (command: PlanWorkshop, deps: Deps) => Promise<Result<Workshop, PlanWorkshopRefusal>>

/** Keys from clients contain no colon. */
const keyOf = (cycle: CycleId, date: LocalDate): string => `${cycle}:${date}`

const planSittings = async (
  { planner, request }: PlanCycle,
  {
    id,
    dates,
    run,
  }: { readonly id: CycleId; readonly dates: readonly SittingDate[]; readonly run: SeriesRun },
  attempt: Attempt,
  deps: Deps,
): Promise<Result<readonly Sitting[], WholeRefusal>> => {
  const { from: _, rule: __, firstWorkingDays: ___, ...asked } = request
  let whole: WholeRefusal | undefined
  const sittings = await mapAtOnce(dates, AT_ONCE, async (sitting): Promise<Sitting> => {
    if (whole) return sitting
    checkTime(run)
    const { date } = sitting
    const command = { planner, request: { ...asked, date, cycle: id }, idempotencyKey: keyOf(id, date) }
    const result = await attempt(command, deps)
    if (result.ok) return { ...sitting, workshop: result.value.id }
    if (!isWhole(result.error)) return { ...sitting, refusal: result.error }
    whole = result.error
    return sitting
  })
  return whole ? refuse(whole) : ok(sittings)
}

/** What `planCycle` would plan now, and why not the rest; writes nothing. */
export const previewCycle = async (
  asked: Omit<PlanCycle, 'idempotencyKey'>,
  deps: Deps,
): Promise<Result<readonly Sitting[], CycleRefusal>> => {
  const dates = await datesOf(asked, deps)
  if (!dates.ok) return dates
  const id = idOf('cycle-preview', asked.planner.id) as CycleId
  const run = startSeriesRun(undefined)
  return planSittings({ ...asked, idempotencyKey: '' }, { id, dates: dates.value, run }, checkWorkshop, deps)
}

/** Another request had the same key, if it planned a date that this one does not want. */
const isKeyReused = async (command: PlanCycle, id: CycleId, dates: readonly SittingDate[], deps: Deps) => {
  const planned = await listCycle(id, deps)
  const wanted = new Set(dates.map(({ date }) => workshopIdOf(command.planner.id, keyOf(id, date))))
  return planned.some((each) => !wanted.has(each.id))
}

/**
 * Plans a workshop on each date that is possible, with its room and its mediator in a transaction of its own.
 * The same Idempotency-Key finishes the same cycle. Throws ContentionError when time runs out.
 */
export const planCycle = async (command: PlanCycle, deps: Deps): Promise<Result<Cycle, PlanCycleRefusal>> => {
  const run = startSeriesRun(undefined)
  const found = await datesOf(command, deps)
  if (!found.ok) return found
  const dates = found.value
  const id = idOf('cycle', command.planner.id, command.idempotencyKey) as CycleId
  if (await isKeyReused(command, id, dates, deps)) return refuse({ kind: 'key-reused' })
  const tried = await planSittings(command, { id, dates, run }, planWorkshop, deps)
  if (!tried.ok) return tried
  const sittings = tried.value
  if (!sittings.some(({ workshop }) => workshop)) return refuse({ kind: 'cycle-refused', sittings })
  return ok({ id, title: command.request.title, sittings })
}
