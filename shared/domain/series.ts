import type { BookingRefusal } from './booking-refusal.ts'
import type { HolderId, SeriesId, SiteId, SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Use } from './space.ts'

/** `all`: nothing stays booked when one date is refused. `possible`: what can be booked is. */
export const SERIES_MODES = ['all', 'possible'] as const
export type SeriesMode = (typeof SERIES_MODES)[number]

/** `booking` until every date is booked or refused; a series that was stopped there is finished by repeating it. */
export const SERIES_STATES = ['booking', 'done', 'refused'] as const
export type SeriesState = (typeof SERIES_STATES)[number]

/**
 * Why a date is not booked, with facts as on the wire; `cancelled` when the series was given up before its turn. `date`
 * is the one that was asked for, where that is not the rule's.
 */
export type DateRefusal = {
  readonly kind: BookingRefusal['kind'] | 'cancelled'
  readonly facts: Readonly<Record<string, unknown>>
  readonly date?: LocalDate | undefined
}

export type DateRefusals = Readonly<Record<string, DateRefusal>>

/**
 * A rule without an end goes on: its next dates are booked as they come within reach of the space. `pending` ones are
 * being booked; `until` is the last date wanted, once the holder has said so; `exceptions` are left out.
 */
export type Rolling = {
  readonly exceptions: readonly LocalDate[]
  readonly pending: readonly LocalDate[]
  readonly until?: LocalDate | undefined
}

/** What the dates of a series are booked with; `days` after those of the rule. */
export type SeriesSlot = QuarterRange & { readonly space: SpaceId; readonly days: number }

/**
 * What its next dates are booked with, and its dates as the rule gives them. Each is a booking of its own, which alone
 * says where it is now; `refusals` are known once it is not `booking`. `revision` counts the changes. `bookedBy`: the
 * person who booked it for an association.
 */
export type Series = SeriesSlot & {
  readonly id: SeriesId
  readonly revision: number
  readonly holder: HolderId
  readonly bookedBy?: HolderId
  readonly site: SiteId
  readonly use: Use
  readonly places: number
  readonly rule: string
  readonly mode: SeriesMode
  readonly dates: readonly LocalDate[]
  readonly state: SeriesState
  readonly refusals: DateRefusals
  readonly rolling?: Rolling | undefined
  readonly createdAt: Instant
}
