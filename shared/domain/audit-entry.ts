import { type Authorship, isByKey } from './authorship.ts'
import type { Booking, CancellationCause } from './booking.ts'
import type { BookingChange } from './booking-change.ts'
import type { HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import { atSite, type Role, type Scope } from './rights.ts'
import { isSeatReturn } from './seat-return.ts'
import type { WaitlistEntry } from './waitlist.ts'

export const BOOKING_EFFECTS = [
  'booked',
  'moved',
  'requested',
  'offered',
  'confirmed',
  'attended',
  'no-show',
  'excused',
  'cancelled',
  'seat-returned',
  'key-out',
  'key-back',
] as const

export const EFFECTS = [
  ...BOOKING_EFFECTS,
  'waited',
  'wait-changed',
  'left',
  'called',
  'admitted',
  'withdrawn',
  'closed',
  'reopened',
  'planned',
  'called-off',
  'edited',
  'counted',
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
  'described',
  'tool-linked',
  'tool-unlinked',
  'tool-resumed',
  'secret-replaced',
  'replayed',
  'agreed',
  'disagreed',
  'key-made',
  'key-revoked',
  'calendar-followed',
  'calendar-ended',
] as const
export type Effect = (typeof EFFECTS)[number]

/** It holds ids only: names are looked up on reading. */
export type AuditEntry = Authorship & {
  readonly scope: Scope
  readonly at: Instant
  readonly effect: Effect
  /** Id of the booking, wait, closure, workshop, invitation or holder, or the day. */
  readonly about: string
  readonly revision?: number
  readonly holder?: HolderId
  readonly role?: Role
}

export const auditEntryOnWaitlist = (
  { sites: [site], holder, bookedBy, id: about }: Pick<WaitlistEntry, 'sites' | 'holder' | 'bookedBy' | 'id'>,
  done: Authorship & Pick<AuditEntry, 'at'> & { readonly effect: 'waited' | 'wait-changed' | 'left' },
): AuditEntry | undefined =>
  site && done.by !== holder && done.by !== bookedBy
    ? { ...done, scope: atSite(site), about, holder }
    : undefined

const effectOf = (from: Booking | undefined, to: Booking): Effect => {
  if (!from) return 'booked'
  if (to.excused) return 'excused'
  if (isSeatReturn(from, to)) return 'seat-returned'
  return from.status === to.status && from.markedAt === to.markedAt ? 'moved' : to.status
}

const AUTOMATIC_CAUSES: ReadonlySet<CancellationCause | undefined> = new Set([
  'lapsed',
  'closure',
  'hours-changed',
  'workshop-cancelled',
])

const isAutomatic = ({ status, cause }: Booking): boolean =>
  status === 'no-show' || (status === 'cancelled' && AUTOMATIC_CAUSES.has(cause))

/** Changes without an author are logged only when they are automatic (expiry, closure). */
export const auditEntryOf = (
  { from, to, authorship }: BookingChange,
  at: Instant,
): AuditEntry | undefined => {
  const { site, holder, bookedBy, id: about, revision } = to
  const done =
    authorship ??
    (from && isAutomatic(to) ? ({ by: 'system', action: 'change-booking' } as const) : undefined)
  if (!done || done.by === holder || (done.by === bookedBy && !isByKey(done))) return undefined
  return { ...done, scope: atSite(site), at, effect: effectOf(from, to), about, revision, holder }
}
