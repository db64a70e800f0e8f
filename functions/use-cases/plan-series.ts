import { lastDateFor } from '../../shared/domain/availability.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { Holder, SignedInHolder } from '../../shared/domain/holder.ts'
import type { HolderId, SeriesId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import {
  type DatesRefusal,
  datesOfRule,
  type Recurrence,
  type RecurrenceRule,
  type RuleRefusal,
} from '../../shared/domain/recurrence-rule.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { isDecidedIn } from '../../shared/domain/rolling-series.ts'
import type { Series, SeriesMode } from '../../shared/domain/series.ts'
import { formatRule, readWrittenRule } from '../../shared/domain/written-rule.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'

export type SeriesRequest = Omit<BookingRequest, 'date'> & {
  readonly site: SiteId
  readonly from: LocalDate
  readonly rule: string
  readonly exceptions: readonly LocalDate[]
  readonly mode: SeriesMode
  /** Dates beyond reach are booked as they come, until the end of the rule. */
  readonly rolling?: boolean
  readonly as?: HolderId
}

export type SeriesPlanRefusal = RuleRefusal | DatesRefusal | { readonly kind: 'not-found' | 'name-missing' }

/** `lastDate`: how far ahead the holder may book there. */
export type PlannedSeries = { readonly series: Series; readonly lastDate: LocalDate }

type Deps = Pick<Dependencies, 'sites' | 'grants' | 'identities' | 'members' | 'recurrence' | 'now'>

/** `bookedBy` is the member who asks for an association. */
type SeriesHolder = { readonly holder: Holder; readonly bookedBy?: HolderId }

/** Undefined for people who may not book for the holder. */
const seriesHolderOf = async (
  as: HolderId | undefined,
  holder: SignedInHolder,
  deps: Deps,
): Promise<SeriesHolder | undefined> => {
  if (as === undefined) return { holder }
  if (!(await may(holder, 'book-as', { owner: as }, deps))) return undefined
  const association = await deps.identities.findHolder(as)
  return association && { holder: association, bookedBy: holder.id }
}

type Reach = {
  readonly lastDate: LocalDate
  readonly isDecided: (date: LocalDate) => boolean
}

type PlannedDates = Pick<Series, 'dates' | 'rolling'>

/** A series that rolls books what is within reach, and the rest as it comes. */
const plannedDates = async (
  { from, exceptions, rolling = false }: SeriesRequest,
  rule: RecurrenceRule,
  { lastDate, isDecided }: Reach,
  recurrence: Recurrence,
): Promise<Result<PlannedDates, SeriesPlanRefusal>> => {
  const { pattern, count, until } = rule
  const isEndless = count === undefined && until === undefined
  if (!rolling && !isEndless) {
    const dates = await datesOfRule({ rule, from, lastDate, exceptions }, recurrence)
    return dates.ok ? ok({ dates: dates.value }) : dates
  }
  if (count !== undefined) return refuse({ kind: 'rule-unsupported', part: 'COUNT' })
  const reached = until && until < lastDate ? until : lastDate
  const found = await datesOfRule({ rule: { pattern }, from, lastDate: reached, exceptions }, recurrence)
  if (!found.ok) return found
  const undecided = found.value.findIndex((date) => !isDecided(date))
  const dates = undecided > 0 ? found.value.slice(0, undecided) : found.value
  const isWhole = until === reached && dates.length === found.value.length
  return ok({ dates, ...(!isWhole && { rolling: { exceptions, pending: [], ...(until && { until }) } }) })
}

type Planned = {
  readonly id: SeriesId
  readonly by: SignedInHolder
  readonly request: SeriesRequest
}

export const planSeries = async (
  { id, by, request }: Planned,
  deps: Deps,
): Promise<Result<PlannedSeries, SeriesPlanRefusal>> => {
  const heldBy = await seriesHolderOf(request.as, by, deps)
  if (!heldBy) return refuse({ kind: 'not-found' })
  const { holder, bookedBy } = heldBy
  const [lent, membership] = await Promise.all([
    deps.sites.findSite(request.site),
    deps.members.findMembership(holder.id, request.site),
  ])
  const space = lent?.spaces.find((each) => each.id === request.space)
  if (!lent || !space) return refuse({ kind: 'not-found' })
  const rule = readWrittenRule(request.rule, { ...request, timeZone: lent.site.timeZone })
  if (!rule.ok) return rule
  if (!holder.name) return refuse({ kind: 'name-missing' })
  const at = deps.now()
  const { site, start, end, use, places, mode } = request
  const lastDate = lastDateFor(membership, space, { ...lent, now: at })
  const isDecided = isDecidedIn({ ...space, start, end }, lent.site, localTimeAt(at, lent.site.timeZone).date)
  const planned = await plannedDates(request, rule.value, { lastDate, isDecided }, deps.recurrence)
  if (!planned.ok) return planned
  const series: Series = {
    id,
    revision: 0,
    holder: holder.id,
    ...(bookedBy && { bookedBy }),
    site,
    space: space.id,
    start,
    end,
    days: 0,
    use,
    places,
    rule: formatRule(rule.value),
    mode,
    ...planned.value,
    state: 'booking',
    refusals: {},
    createdAt: at,
  }
  return ok({ series, lastDate })
}
