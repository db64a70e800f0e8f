import type { Hash, HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Language } from './language.ts'
import type { Actor } from './rights.ts'

/** Without `email` there is no session; a `disabled` holder is signed out everywhere. */
export type Holder = {
  readonly id: HolderId
  readonly email?: string
  readonly name?: string
  readonly phone?: string
  /** Of messages to them; French if absent. */
  readonly language?: Language
  /** Of the contract of a mediator, as they say. */
  readonly weeklyHours?: number
  /** Reminders of their bookings are not wanted. */
  readonly noReminders?: true
  readonly kind?: 'association'
  readonly disabledAt?: Instant
  /** Nothing arrives at their address; a code that does ends this. */
  readonly unreachableSince?: Instant
  /** An issuer vouches for this account; its address identifies nobody. */
  readonly identity?: Hash
  /** At least once: only then bookings look for a wait that they end. */
  readonly hasWaited?: true
}

/** The address at which messages arrive, if any. */
export const reachedAt = ({ email, unreachableSince }: Holder): string | undefined =>
  unreachableSince === undefined ? email : undefined

/** Messages to an association go to its leads. */
export const isWritten = (holder: Holder): boolean =>
  reachedAt(holder) !== undefined || holder.kind === 'association'

export type SignedInHolder = Holder & Actor
