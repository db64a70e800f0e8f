import { createHmac, randomBytes } from 'node:crypto'
import type { Hash, InvitationId } from '../domain/ids.ts'

/** HMAC-SHA-256 in hex: nobody makes it without the key. */
export const sealOf = (key: string, ...parts: readonly string[]): Hash =>
  createHmac('sha256', key).update(JSON.stringify(parts)).digest('hex') as Hash

/**
 * Secrets in messages are derived from the mail key and never stored: a copy of the table lets nobody sign
 * in.
 */
export type Seal = (...parts: readonly string[]) => Hash

export const sealBy =
  (key: string): Seal =>
  (...parts) =>
    sealOf(key, ...parts)

/** For functions that neither send nor check secrets. */
export const nobodysKey = (): string => randomBytes(32).toString('hex')

const CODES = 1_000_000
const SECRET_LENGTH = 40

export const codeOf = (seal: Seal, challenge: Hash): string =>
  String(Number.parseInt(seal('code', challenge).slice(0, 12), 16) % CODES).padStart(6, '0')

export const invitationSecretOf = (seal: Seal, id: InvitationId): string =>
  seal('invitation', id).slice(0, SECRET_LENGTH)
