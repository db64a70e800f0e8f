import type * as z from 'zod'
import type { Action } from '../domain/rights.ts'
import type { RefusalKind } from './problem.ts'

export type Route = {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly summary: string
  /** See `POLICY`. */
  readonly action: Action
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
  /** No body equals an empty object. */
  readonly bodyIsOptional?: true
  /** Creates once for each Idempotency-Key; `for-new-people`: the key is needed only to book for somebody new. */
  readonly idempotent?: true | 'for-new-people'
  /** Any cache may keep the answer for so long. */
  readonly cacheSeconds?: number
  /** Also under `/public`, where nobody is signed in and the edge keeps answers for some seconds. */
  readonly forAnybody?: true
  /** Also for tools with a key, as far as `POLICY` lets their role; what is `read-public` always is. */
  readonly forKeys?: true
  readonly status: 200 | 201 | 202 | 204 | 302 | 303
  readonly response?: z.ZodType
  readonly refusals: readonly RefusalKind[]
}

export const BOOKING_REFUSALS = [
  'not-found',
  'use-not-offered',
  'too-many-places',
  'too-short',
  'too-long',
  'past',
  'too-late',
  'beyond-horizon',
  'hour-skipped',
  'outside-opening',
  'off-grid',
  'quota-reached',
  'holder-busy',
  'taken',
  'closed',
  'conditions-missing',
  'insurance-missing',
] as const
