import type { Hash } from '../../domain/ids.ts'
import { listedUnder } from './holder-keys.ts'
import { EVERYTHING, type Key, type PartitionRange } from './key.ts'

export const emailKey = (email: Hash): Key => ({ pk: `EMAIL#${email}`, sk: 'EMAIL' })
export const emailItems = (email: Hash): PartitionRange => ({ pk: emailKey(email).pk, ...EVERYTHING })

export const identityKey = (identity: Hash): Key => ({ pk: `IDENTITY#${identity}`, sk: 'IDENTITY' })
/** A sign-in at an issuer that was used: it counts once. */
export const usedStateKey = (state: Hash): Key => ({ pk: `STATE#${state}`, sk: 'STATE' })

export const CODES = 'CODE#'
export const codeKey = (challenge: Hash): Key => ({ pk: `${CODES}${challenge}`, sk: 'CODE' })
export const challengeIn = (partition: string): Hash => partition.slice(CODES.length) as Hash
/** A code is listed under the hash of its address, and deleted with it. */
export const codeOfAddress = (email: Hash) => listedUnder(email, 'CODE')

/** Counts what one address or client, by its keyed hash, has used up in a window of time. */
export const allowanceKey = (name: Hash, window: string): Key => ({ pk: `ALLOWANCE#${name}`, sk: window })
