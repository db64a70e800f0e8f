import { timingSafeEqual } from 'node:crypto'
import type { Hash } from '../../shared/domain/ids.ts'
import { hashOf } from '../../shared/store/hash.ts'
import { sealOf } from '../../shared/store/mail-secrets.ts'

export { hashOf, sealOf }

/** The same for the same request of a kind, whatever the order of its fields; one that is undefined counts as absent. */
export const hashOfRequest = (kind: string, request: object): Hash => {
  const given = Object.entries(request).filter(([, value]) => value !== undefined)
  return hashOf(kind, JSON.stringify(given.sort()))
}

/** Without i, l, o and u, which are confused when read aloud. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_LENGTH = 20

/** The same 100-bit identifier for the same parts. */
export const idOf = (...parts: readonly string[]): string =>
  Array.from(
    Buffer.from(hashOf(...parts), 'hex').subarray(0, ID_LENGTH),
    (byte) => CROCKFORD[byte % 32],
  ).join('')

/** Compares in constant time, so that nobody learns how much matches. */
export const isSameSecret = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
