import { createHash } from 'node:crypto'
import type { Hash } from '../domain/ids.ts'

/** SHA-256 in hex; the parts cannot run into each other. */
export const hashOf = (...parts: readonly string[]): Hash =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex') as Hash
