import type { Allocation } from './allocation.ts'
import type { ClosureId, HolderId, SiteId, SpaceId } from './ids.ts'
import { type Instant, instantAt, localTimeAt } from './instant.ts'
import { addDays, datesFrom, daysBetween, type LocalDate } from './local-date.ts'
import { MINUTES_A_QUARTER, QUARTERS_A_DAY, quarter } from './quarter.ts'
import { overlaps, type QuarterRange } from './quarter-range.ts'
import { ok, type Result, refuse } from './result.ts'
import type { ActingGrant } from './rights.ts'
import type { Site } from './site.ts'
import type { Space } from './space.ts'

/** `planned` respects the notice of the spaces; `unexpected` may begin at once, for a few days only. */
export const CLOSURE_KINDS = ['unexpected', 'planned'] as const
type ClosureKind = (typeof CLOSURE_KINDS)[number]

/** `closing` until all touched bookings are handled, `reopening` until all freed places are offered. */
export const CLOSURE_STATES = ['closing', 'closed', 'reopening', 'reopened'] as const
type ClosureState = (typeof CLOSURE_STATES)[number]

/** It runs without a break from `start` on the first date to `end` on the last, both included. */
export type ClosedPeriod = QuarterRange & { readonly from: LocalDate; readonly to: LocalDate }

/** It takes the whole site without `spaces`. `reason` is public, `begun` counts restarts. */
export type Closure = ClosedPeriod & {
  readonly id: ClosureId
  readonly site: SiteId
  readonly spaces?: readonly SpaceId[] | undefined
  readonly kind: ClosureKind
  readonly reason: string
  readonly state: ClosureState
  readonly begun?: number | undefined
  readonly closedBy: HolderId
  readonly as?: ActingGrant | undefined
  readonly createdAt: Instant
}

/** `touched`: bookings active when it closed. `reason` is empty where an outside calendar takes the time. `closed`, then `freed` by a reopening, then `offered`. */
export type ClosedDay = {
  readonly closure: ClosureId
  readonly date: LocalDate
  readonly reason: string
  readonly state: 'closed' | 'freed' | 'offered'
  readonly allocations: readonly Allocation[]
  readonly touched: ReadonlySet<string>
}

export type ClosureRequest = ClosedPeriod & Pick<Closure, 'spaces' | 'kind'>

export type ClosureRefusal =
  | { readonly kind: 'past' }
  | { readonly kind: 'unknown-space'; readonly space: SpaceId }
  | { readonly kind: 'closure-too-long'; readonly mostDays: number }
  | { readonly kind: 'notice-too-short'; readonly earliestDate: LocalDate }

export const isInForce = ({ state }: Closure): boolean => state === 'closing' || state === 'closed'

export const DEFAULT_TAKE_BACK_NOTICE_DAYS = 7
/** An unexpected closure may last until a planned one can begin. */
const LEAST_UNEXPECTED_DAYS = 7
const MOST_CLOSED_DAYS = 366

export const closedDates = ({ from, to }: ClosedPeriod): LocalDate[] =>
  datesFrom(from, daysBetween(from, to) + 1)

export const closedRangeOn = (
  { from, to, start, end }: ClosedPeriod,
  date: LocalDate,
): QuarterRange | undefined =>
  from <= date && date <= to
    ? { start: date === from ? start : quarter(0), end: date === to ? end : quarter(QUARTERS_A_DAY) }
    : undefined

const noticeDaysOf = (spaces: readonly Space[]): number =>
  Math.max(...spaces.map(({ limits }) => limits.takeBackNoticeDays ?? DEFAULT_TAKE_BACK_NOTICE_DAYS), 0)

export const decideClosure = (
  request: ClosureRequest,
  { site, spaces, now }: { readonly site: Site; readonly spaces: readonly Space[]; readonly now: Instant },
): Result<ClosedPeriod, ClosureRefusal> => {
  const { from, to, start, end } = request
  const unknown = request.spaces?.find((space) => !spaces.some(({ id }) => id === space))
  if (unknown) return refuse({ kind: 'unknown-space', space: unknown })
  const { date: today, minute } = localTimeAt(now, site.timeZone)
  if (from < today || instantAt(to, end, site.timeZone) <= now) return refuse({ kind: 'past' })
  const noticeDays = noticeDaysOf(spaces.filter(({ id }) => request.spaces?.includes(id) ?? true))
  const mostDays = request.kind === 'planned' ? MOST_CLOSED_DAYS : Math.max(LEAST_UNEXPECTED_DAYS, noticeDays)
  if (daysBetween(from, to) >= mostDays) return refuse({ kind: 'closure-too-long', mostDays })
  const earliestDate = addDays(today, noticeDays)
  if (request.kind === 'planned' && from < earliestDate)
    return refuse({ kind: 'notice-too-short', earliestDate })
  const current = from === today ? Math.floor(minute / MINUTES_A_QUARTER) : 0
  return ok({ from, to, start: quarter(Math.max(start, current)), end })
}

export type ClosureScope = ClosedPeriod & Pick<Closure, 'spaces'>

const floorOf = ({ id, parts }: Space): readonly SpaceId[] => (parts.length > 0 ? parts : [id])

/** It takes every place of the closed spaces and the shared places of overlapping ones. */
export const closedAllocations = (
  closure: ClosureScope,
  spaces: readonly Space[],
  date: LocalDate,
): Allocation[] => {
  const range = closedRangeOn(closure, date)
  if (!range) return []
  const isClosed = ({ id }: Space) => closure.spaces?.includes(id) ?? true
  const floor = new Set(spaces.filter(isClosed).flatMap(floorOf))
  return spaces.flatMap((space) => {
    const { id, capacity } = space
    const lost = floorOf(space).filter((part) => floor.has(part))
    const shared = lost.map((part) => spaces.find((each) => each.id === part)?.capacity ?? 0)
    const isWhole = isClosed(space) || lost.length === floorOf(space).length
    const places = isWhole ? capacity : shared.reduce((sum, each) => sum + each, 0)
    return places > 0 ? [{ ...range, space: id, date, places, capacity }] : []
  })
}

export const takesWholeSpace = ({ places, capacity }: Allocation): boolean => places === capacity

export const closedDayOver = (
  days: readonly ClosedDay[],
  { space, date, ...range }: QuarterRange & { readonly space: SpaceId; readonly date: LocalDate },
): ClosedDay | undefined =>
  days.find(
    (day) =>
      day.state === 'closed' &&
      day.date === date &&
      day.allocations.some(
        (allocation) =>
          allocation.space === space && takesWholeSpace(allocation) && overlaps(allocation, range),
      ),
  )

export const closedRangesOf = (
  closures: readonly Closure[],
  {
    space,
    spaces,
    date,
  }: { readonly space: Space; readonly spaces: readonly Space[]; readonly date: LocalDate },
): QuarterRange[] =>
  closures
    .filter(isInForce)
    .flatMap((closure) =>
      closedAllocations(closure, spaces, date).filter(
        (allocation) => allocation.space === space.id && takesWholeSpace(allocation),
      ),
    )
