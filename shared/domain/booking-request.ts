import type { ConditionsStatus } from './conditions.ts'
import type { BookingId, SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { Occupancy } from './occupancy.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Site } from './site.ts'
import type { Space, Use } from './space.ts'
import type { UsageRecord } from './usage.ts'

/** `places` counts for desks only: a room is taken whole. */
export type BookingRequest = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly use: Use
  readonly places: number
}

/** Fair use needs `usage`. `moving` is the booking to be moved; a `walkIn` is possible until the end. */
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
