import type { BookingId, Channel, HolderId, WaitId, WorkshopId } from './booking.ts'
import { addMinutes, type Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter.ts'
import type { SiteId } from './site.ts'
import type { SpaceId, Use } from './space.ts'

/**
 * `offered` once a booking is held for it, whatever becomes of that; `left` when its holder gave it up, `ended` when
 * what it waited for is cancelled.
 */
export const WAIT_STATUSES = ['waiting', 'offered', 'left', 'ended'] as const
export type WaitStatus = (typeof WAIT_STATUSES)[number]

/**
 * Free time that somebody waits for: `quarters` in a row, anywhere in a window of one date, at any of some sites, the
 * nearest first. `space`: only there; of a `workshop`, its seats.
 */
export type Wait = QuarterRange & {
  readonly id: WaitId
  readonly holder: HolderId
  readonly sites: readonly SiteId[]
  readonly space?: SpaceId
  readonly workshop?: WorkshopId
  readonly date: LocalDate
  readonly quarters: number
  readonly use: Use
  readonly places: number
  readonly channel: Channel
  readonly askedAt: Instant
  readonly status: WaitStatus
  readonly booking?: BookingId
  readonly note?: string
}

const LONGEST_HOLD_MINUTES = 12 * 60
const SHORTEST_HOLD_MINUTES = 5
const MINUTE_MS = 60_000

/** An offer is held for 12 hours; nearer to the start for a quarter of what is left, at least 5 minutes, never beyond. */
export const heldUntil = (startsAt: Instant, now: Instant): Instant => {
  const quarterOfTheRest = Math.floor((startsAt - now) / MINUTE_MS / 4)
  const minutes = Math.min(LONGEST_HOLD_MINUTES, Math.max(SHORTEST_HOLD_MINUTES, quarterOfTheRest))
  return Math.min(addMinutes(now, minutes), startsAt) as Instant
}
