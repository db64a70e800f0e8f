import type { Authorship } from './authorship.ts'
import type { Booking, CancellationCause } from './booking.ts'
import type { BookingChange } from './booking-change.ts'
import type { HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import { atSite, type Role, type Scope } from './rights.ts'
import type { WaitlistEntry } from './waitlist.ts'

/** What became of a booking. */
export const BOOKING_EFFECTS = [
  'booked',
  'moved',
  'requested',
  'offered',
  'confirmed',
  'attended',
  'no-show',
  'cancelled',
] as const

/**
 * What became of a booking, a waitlist entry, a member, a workshop, a site, a right, an association, an account; who was called;
 * what was done with the codes of a day.
 */
export const EFFECTS = [
  ...BOOKING_EFFECTS,
  'waited',
  'left',
  'called',
  'admitted',
  'withdrawn',
  'closed',
  'reopened',
  'planned',
  'called-off',
  'invited',
  'uninvited',
  'joined',
  'appointed',
  'revoked',
  'resigned',
  'founded',
  'renamed',
  'accepted',
  'disabled',
  'enabled',
  'codes-read',
  'codes-typed',
] as const
export type Effect = (typeof EFFECTS)[number]

/**
 * Something that was done by another than whom it concerns, or to a right or an association by anybody. Ids only: names
 * are read when somebody looks.
 */
export type AuditEntry = Authorship & {
  /** Where it is told. */
  readonly scope: Scope
  readonly at: Instant
  readonly effect: Effect
  /** The booking, wait, closure, workshop, invitation, holder or day that it was done to. */
  readonly about: string
  readonly revision?: number
  /** Who is concerned, if it is somebody. */
  readonly holder?: HolderId
  /** Of a right: which one in its scope. */
  readonly role?: Role
}

/** What was done to a waitlist entry, where another than its holder did it. */
export const auditEntryOnWaitlist = (
  { sites: [site], holder, bookedBy, id: about }: Pick<WaitlistEntry, 'sites' | 'holder' | 'bookedBy' | 'id'>,
  done: Authorship & Pick<AuditEntry, 'at'> & { readonly effect: 'waited' | 'left' },
): AuditEntry | undefined =>
  site && done.by !== holder && done.by !== bookedBy
    ? { ...done, scope: atSite(site), about, holder }
    : undefined

const effectOf = (from: Booking | undefined, to: Booking): Effect => {
  if (!from) return 'booked'
  return from.status === to.status ? 'moved' : to.status
}

const AUTOMATIC_CAUSES: ReadonlySet<CancellationCause | undefined> = new Set([
  'lapsed',
  'closure',
  'hours-changed',
  'workshop-cancelled',
])

/** What nobody asks for: a time that has passed, a rule of the site. */
const isAutomatic = ({ status, cause }: Booking): boolean =>
  status === 'no-show' || (status === 'cancelled' && AUTOMATIC_CAUSES.has(cause))

/**
 * What a change leaves in the trail: nothing of what somebody does for themselves or books for their association, which
 * the booking tells. Of what
 * nobody said they did, only an end that comes of itself.
 */
export const auditEntryOf = (
  { from, to, authorship }: BookingChange,
  at: Instant,
): AuditEntry | undefined => {
  const { site, holder, bookedBy, id: about, revision } = to
  const done =
    authorship ??
    (from && isAutomatic(to) ? ({ by: 'system', action: 'change-booking' } as const) : undefined)
  if (!done || done.by === holder || done.by === bookedBy) return undefined
  return { ...done, scope: atSite(site), at, effect: effectOf(from, to), about, revision, holder }
}
