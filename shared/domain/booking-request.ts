import type { ConditionsStatus } from './conditions.ts'
import type { BookingId, SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { Occupancy } from './occupancy.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Space, Use } from './space.ts'
import type { UsageRecord } from './usage.ts'

/** What is asked for; `places` counts for a desk only, a room is taken whole. */
export type BookingRequest = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly use: Use
  readonly places: number
}

/**
 * `usage`: of the person it is for, as it was read; without one, fair use is not judged. `asked`: of who books for
 * themselves; staff who books for somebody, moves or plans is asked nothing. `moving`: the booking that goes elsewhere,
 * if it is not new. `walkIn`: staff lets in somebody who is there, until the end.
 */
export type BookingContext = {
  readonly site: Site
  readonly space: Space
  readonly occupancyOf: (space: SpaceId) => Occupancy
  readonly holderOccupancy: Occupancy
  readonly usage: UsageRecord | undefined
  readonly siteConditions?: ConditionsStatus | undefined
  readonly moving?: BookingId | undefined
  readonly walkIn?: true | undefined
  readonly now: Instant
}
