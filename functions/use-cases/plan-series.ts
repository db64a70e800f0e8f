import { lastDateFor } from '../../shared/domain/availability.ts'
import type { BookingRequest } from '../../shared/domain/booking-request.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { HolderId, SeriesId, SiteId } from '../../shared/domain/ids.ts'
import { localTimeAt } from '../../shared/domain/instant.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import { type DatesRefusal, datesOfRule, type RuleRefusal } from '../../shared/domain/recurrence-rule.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { isDecidedIn } from '../../shared/domain/rolling-series.ts'
import type { Series, SeriesMode } from '../../shared/domain/series.ts'
import { formatRule, readWrittenRule } from '../../shared/domain/written-rule.ts'
import type { Dependencies } from '../dependencies.ts'

export type SeriesRequest = Omit<BookingRequest, 'date'> & {
  readonly site: SiteId
  readonly from: LocalDate
  readonly rule: string
  readonly exceptions: readonly LocalDate[]
  readonly mode: SeriesMode
  readonly as?: HolderId
}

export type SeriesPlanRefusal = RuleRefusal | DatesRefusal | { readonly kind: 'not-found' | 'name-missing' }

/** `bookedBy` is the member who asks for an association. */
type Planned = {
  readonly id: SeriesId
  readonly holder: Holder
  readonly bookedBy?: HolderId | undefined
  readonly request: SeriesRequest
}

export const planSeries = async (
  { id, holder, bookedBy, request }: Planned,
  { sites, members, recurrence, now }: Pick<Dependencies, 'sites' | 'members' | 'recurrence' | 'now'>,
): Promise<Result<Series, SeriesPlanRefusal>> => {
  const [lent, membership] = await Promise.all([
    sites.findSite(request.site),
    members.findMembership(holder.id, request.site),
  ])
  const space = lent?.spaces.find((each) => each.id === request.space)
  if (!lent || !space) return refuse({ kind: 'not-found' })
  const rule = readWrittenRule(request.rule, { ...request, timeZone: lent.site.timeZone })
  if (!rule.ok) return rule
  if (!holder.name) return refuse({ kind: 'name-missing' })
  const at = now()
  const wanted = {
    ...request,
    rule: rule.value,
    lastDate: lastDateFor(membership, space, { ...lent, now: at }),
  }
  const dates = await datesOfRule(wanted, recurrence)
  if (!dates.ok) return dates
  const { site, start, end, use, places, mode, exceptions } = request
  const isDecided = isDecidedIn({ ...space, start, end }, lent.site, localTimeAt(at, lent.site.timeZone).date)
  const undecided = dates.value.findIndex((date) => !isDecided(date))
  const isEndless = rule.value.count === undefined && rule.value.until === undefined
  return ok({
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
    dates: isEndless && undecided > 0 ? dates.value.slice(0, undecided) : dates.value,
    state: 'booking',
    refusals: {},
    ...(isEndless && { rolling: { exceptions, pending: [] } }),
    createdAt: at,
  })
}
