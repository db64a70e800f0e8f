import { createHash } from 'node:crypto'
import type { Hash } from '../../shared/store/keys.ts'

/** SHA-256 in hex, of parts that cannot run into each other. */
export const hashOf = (...parts: readonly string[]): Hash =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex') as Hash

/** Without i, l, o and u: read aloud, no two are confused. */
const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'
const ID_LENGTH = 20

/** An identifier of 100 bits that always comes out the same for the same parts. */
export const idOf = (...parts: readonly string[]): string =>
  Array.from(Buffer.from(hashOf(...parts), 'hex').subarray(0, ID_LENGTH), (byte) => CROCKFORD[byte % 32]).join('')
