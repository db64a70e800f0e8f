import type { BookingRefusal, HolderId } from './booking.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter.ts'
import type { SiteId } from './site.ts'
import type { SpaceId, Use } from './space.ts'

export type SeriesId = string & { readonly brand: 'SeriesId' }

/** `all`: nothing stays booked when one date is refused. `possible`: what can be booked is. */
export const SERIES_MODES = ['all', 'possible'] as const
export type SeriesMode = (typeof SERIES_MODES)[number]

/** `booking` until every date is booked or refused; a series that was stopped there is finished by repeating it. */
export const SERIES_STATES = ['booking', 'done', 'refused'] as const
export type SeriesState = (typeof SERIES_STATES)[number]

/** Why a date is not booked, with facts as on the wire; `cancelled` when the series was given up before its turn. */
export type DateRefusal = {
  readonly kind: BookingRefusal['kind'] | 'cancelled'
  readonly facts: Readonly<Record<string, unknown>>
}

export type DateRefusals = Readonly<Record<string, DateRefusal>>

/** What its dates have in common. Each date is a booking of its own; `refusals` are known once it is not `booking`. */
export type Series = QuarterRange & {
  readonly id: SeriesId
  readonly holder: HolderId
  readonly site: SiteId
  readonly space: SpaceId
  readonly use: Use
  readonly places: number
  readonly rule: string
  readonly mode: SeriesMode
  readonly dates: readonly LocalDate[]
  readonly state: SeriesState
  readonly refusals: DateRefusals
  readonly createdAt: Instant
}
