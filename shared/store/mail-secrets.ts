import { createHmac, randomBytes } from 'node:crypto'
import type { Hash, InvitationId } from '../domain/ids.ts'

/** HMAC-SHA-256 in hex: only who has the key could make it, for these parts. */
export const sealOf = (key: string, ...parts: readonly string[]): Hash =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex') as Hash

/**
 * What messages carry is derived by it from the key of the mail, and never stored: who reads the table, or a copy of it,
 * signs in as nobody.
 */
export type Seal = (...parts: readonly string[]) => Hash

export const sealBy =
  (key: string): Seal =>
  (...parts) =>
    sealOf(key, ...parts)

/** For who neither sends nor takes what messages carry. */
export const nobodysKey = (): string => randomBytes(32).toString('hex')

const CODES = 1_000_000
const SECRET_LENGTH = 40

/** The six digits that answer a challenge. */
export const codeOf = (seal: Seal, challenge: Hash): string =>
  String(Number.parseInt(seal('code', challenge).slice(0, 12), 16) % CODES).padStart(6, '0')

/** What the link of an invitation carries. */
export const invitationSecretOf = (seal: Seal, id: InvitationId): string =>
  seal('invitation', id).slice(0, SECRET_LENGTH)
