import type { Allocation } from './allocation.ts'
import type {
  BookingId,
  HolderId,
  PersonId,
  SeriesId,
  SiteId,
  SpaceId,
  WaitlistEntryId,
  WorkshopId,
} from './ids.ts'
import type { Instant } from './instant.ts'
import type { LocalDate } from './local-date.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Use } from './space.ts'

export const CHANNELS = ['web', 'counter', 'phone', 'partner'] as const
export type Channel = (typeof CHANNELS)[number]

/**
 * `requested` awaits the answer of who lends the space, `offered` that of its holder: both hold their places until a
 * stated time. `attended`: somebody has checked in. The others take no place any more.
 */
export const BOOKING_STATUSES = [
  'requested',
  'offered',
  'confirmed',
  'attended',
  'no-show',
  'cancelled',
] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

/** Why a booking is cancelled; `holder` when its holder did so, `staff` when the place took it back, with a reason. */
export const CANCELLATION_CAUSES = [
  'holder',
  'staff',
  'closure',
  'hours-changed',
  'lending-changed',
  'workshop-cancelled',
  'not-approved',
  'declined',
  'lapsed',
] as const
export type CancellationCause = (typeof CANCELLATION_CAUSES)[number]

/**
 * Places of a space in a range of quarters of one local date, and all that they take: cancelling frees exactly that.
 * `lentAs`: the revision of the space that it was decided on. `kept`: stands though the space is no longer lent so.
 * `cancelBefore`: given up later it counts as missed. `countsFor`: the person whose fair use of the site it counts in.
 */
export type Slot = QuarterRange & {
  readonly space: SpaceId
  readonly date: LocalDate
  readonly places: number
  readonly allocations: readonly Allocation[]
  readonly lentAs?: number | undefined
  readonly kept?: true | undefined
  readonly cancelBefore?: Instant | undefined
  readonly countsFor?: PersonId | undefined
}

/**
 * `revision` counts the changes. `until`: what is requested or offered holds its places until then. `claimBy`: whoever
 * has not checked in by then loses the places. `late`: moved or given up after `cancelBefore`. `series`, `workshop`,
 * `wait` and `replaces` are where it comes from, `distanceKm` how far that was, `replacedBy` is what is held for its holder
 * instead. `bookedBy`: the person who booked it for an association, which is then its holder. `byStaff`: the last revision
 * that staff of its place made, acting for its holder. */
export type Booking = Slot & {
  readonly id: BookingId
  readonly site: SiteId
  readonly revision: number
  readonly until?: Instant | undefined
  readonly claimBy?: Instant | undefined
  readonly cause?: CancellationCause | undefined
  readonly note?: string | undefined
  readonly late?: true | undefined
  readonly byStaff?: number | undefined
  readonly series?: SeriesId
  readonly workshop?: WorkshopId
  readonly wait?: WaitlistEntryId
  readonly replaces?: BookingId
  readonly distanceKm?: number
  readonly replacedBy?: BookingId | undefined
  readonly holder: HolderId
  readonly bookedBy?: HolderId
  readonly use: Use
  readonly channel: Channel
  readonly status: BookingStatus
  readonly createdAt: Instant
}

/** What is read out at the counter or on the phone, such as `K7PM-4R`. */
export const referenceOf = (id: BookingId): string => `${id.slice(0, 4)}-${id.slice(4, 6)}`.toUpperCase()
