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
  /** An issuer vouches for this account; its address identifies nobody. */
  readonly identity?: Hash
}

/** Messages to an association go to its leads. */
export const isWritten = ({ email, kind }: Holder): boolean => email !== undefined || kind === 'association'

export type SignedInHolder = Holder & Actor
