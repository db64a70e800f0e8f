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
import type { Party } from './party.ts'
import type { QuarterRange } from './quarter-range.ts'
import type { Use } from './space.ts'

export const CHANNELS = ['web', 'counter', 'phone', 'machine'] as const
export type Channel = (typeof CHANNELS)[number]

export const BOOKING_STATUSES = [
  'requested',
  'offered',
  'confirmed',
  'attended',
  'no-show',
  'cancelled',
] as const
export type BookingStatus = (typeof BOOKING_STATUSES)[number]

export const CANCELLATION_CAUSES = [
  'holder',
  'staff',
  'closure',
  'hours-changed',
  'lending-changed',
  'workshop-cancelled',
  'workshop-moved',
  'handed-over',
  'not-approved',
  'declined',
  'lapsed',
] as const
export type CancellationCause = (typeof CANCELLATION_CAUSES)[number]

/**
 * `allocations` are freed on cancellation. `lentAs`: revision of the space that was decided on. `kept`: stays
 * though it no longer fits. After `cancelBefore`, cancelling counts as missed, for the person `countsFor`.
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
 * Common to all states. `late`: moved or cancelled after `cancelBefore`. `byStaff`: the last revision by staff;
 * `withSeries`: the last revision that changed its whole series. `distanceKm`: from the site of the booking
 * that it `replaces`. `bookedBy`: who booked for an association; `bookedWith`: the key of the tool that booked. `withCycle`: told with the other dates
 * of its cycle, by the one that has `cycleToldAt`.
 */
type BookingTerms = Slot &
  Omit<Party, 'places'> & {
    readonly id: BookingId
    readonly site: SiteId
    readonly revision: number
    readonly note?: string | undefined
    readonly late?: true | undefined
    readonly byStaff?: number | undefined
    readonly withSeries?: number | undefined
    readonly series?: SeriesId
    readonly workshop?: WorkshopId
    readonly withCycle?: true
    readonly cycleToldAt?: Instant | undefined
    readonly wait?: WaitlistEntryId
    readonly replaces?: BookingId
    readonly distanceKm?: number
    readonly holder: HolderId
    readonly bookedBy?: HolderId
    readonly bookedWith?: HolderId
    readonly use: Use
    readonly channel: Channel
    readonly createdAt: Instant
  }

type Without<Field extends string> = { readonly [Name in Field]?: undefined }

/** Holds its places `until` the lender (requested) or the holder (offered) answers. */
export type HeldBooking = BookingTerms & {
  readonly status: 'requested' | 'offered'
  readonly until: Instant
  readonly claimBy?: Instant | undefined
} & Without<'cause' | 'replacedBy' | 'markedAt' | 'excused'>

/** Unless checked in by `claimBy`, it becomes a no-show. */
export type ConfirmedBooking = BookingTerms & {
  readonly status: 'confirmed'
  readonly claimBy?: Instant | undefined
} & Without<'until' | 'cause' | 'replacedBy' | 'markedAt' | 'excused'>

/** `markedAt`: when staff noted it, wherever the note was on its way. */
export type AttendedBooking = BookingTerms & {
  readonly status: 'attended'
  readonly markedAt?: Instant | undefined
} & Without<'until' | 'claimBy' | 'cause' | 'replacedBy' | 'excused'>

/** `excused`: the person had a reason, and the absence does not count against them. */
export type NoShowBooking = BookingTerms & {
  readonly status: 'no-show'
  readonly markedAt?: Instant | undefined
  readonly excused?: true | undefined
} & Without<'until' | 'claimBy' | 'cause' | 'replacedBy'>

/** `replacedBy`: the offer made instead. */
export type CancelledBooking = BookingTerms & {
  readonly status: 'cancelled'
  readonly cause: CancellationCause
  readonly replacedBy?: BookingId | undefined
} & Without<'until' | 'claimBy' | 'markedAt' | 'excused'>

/** Fields exist only in states that name them; the API and the table keep one flat shape. */
export type Booking = HeldBooking | ConfirmedBooking | AttendedBooking | NoShowBooking | CancelledBooking

export const referenceOf = (id: BookingId): string => `${id.slice(0, 4)}-${id.slice(4, 6)}`.toUpperCase()
