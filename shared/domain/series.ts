import type { BookingRefusal } from './booking-refusal.ts'
import type { HolderId, SeriesId, SiteId, SpaceId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Use } from './space.ts'

/** `all`: one refused date cancels the series; `possible`: the other dates stay. */
export const SERIES_MODES = ['all', 'possible'] as const
export type SeriesMode = (typeof SERIES_MODES)[number]

/** `booking` until every date is booked or refused; repeating the request finishes an interrupted series. */
export const SERIES_STATES = ['booking', 'done', 'refused'] as const
type SeriesState = (typeof SERIES_STATES)[number]

/** `facts` as on the wire; `cancelled`: given up before its turn; `date`: if it is not the rule date. */
export type DateRefusal = {
  readonly kind: BookingRefusal['kind'] | 'cancelled'
  readonly facts: Readonly<Record<string, unknown>>
  readonly date?: LocalDate | undefined
}

export type DateRefusals = Readonly<Record<string, DateRefusal>>

/** `pending`: dates being booked; `until`: the last wanted date, if any; `exceptions` are left out. */
export type Rolling = {
  readonly exceptions: readonly LocalDate[]
  readonly pending: readonly LocalDate[]
  readonly until?: LocalDate | undefined
}

/** `days`: offset from the dates of the rule. */
export type SeriesSlot = QuarterRange & { readonly space: SpaceId; readonly days: number }

export const SERIES_ACTS = ['moved', 'cancelled'] as const

export type SeriesAct = {
  readonly kind: (typeof SERIES_ACTS)[number]
  readonly by: HolderId
  /** No later date will be booked, or none after its new end. */
  readonly stops?: boolean | undefined
}

/** Begun last at `begunAt` by one person: the revisions of the bookings before it, by rule date. */
export type OpenAct = SeriesAct & {
  readonly begunAt: Instant
  readonly before: Readonly<Record<string, number>>
}

/** What is told once, of the rule dates that it changed. */
export type EndedAct = SeriesAct & { readonly changed: readonly LocalDate[] }

/**
 * `dates` of the rule: each booking alone knows where it is now. `refusals` are known once it is booked. `acts`
 * go on; `told` ended last.
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
  readonly acts?: readonly OpenAct[] | undefined
  readonly told?: EndedAct | undefined
  readonly createdAt: Instant
}
