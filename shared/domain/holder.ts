import type { Hash, HolderId } from './ids.ts'
import type { Instant } from './instant.ts'
import type { Actor } from './rights.ts'

/**
 * Who has no e-mail has no session: an agent acts for somebody, its members for an association. A disabled one is signed
 * out everywhere.
 */
export type Holder = {
  readonly id: HolderId
  readonly email?: string
  readonly name?: string
  readonly phone?: string
  readonly kind?: 'association'
  readonly disabledAt?: Instant
  /** Whom an issuer vouches for: their address leads to nobody, or to somebody else. */
  readonly identity?: Hash
}

/** Whether a message reaches them; that of an association goes to those who represent it. */
export const isWritten = ({ email, kind }: Holder): boolean => email !== undefined || kind === 'association'

export type SignedInHolder = Holder & Actor
