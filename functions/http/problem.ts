import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { problemFor, type RefusalKind } from '../../shared/contracts/problem.ts'
import { isBusy } from '../../shared/store/contention.ts'
import { faultOf, log } from '../invocation/log.ts'

/** A refusal with its facts, named as on the wire. */
export type Refusal = { readonly kind: RefusalKind } & Readonly<Record<string, unknown>>

export const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const

const BUSY_SECONDS = 2

/** RFC 9457: facts never replace a standard member; `retryAfterSeconds` becomes a header. */
export const problemOf = ({ kind, retryAfterSeconds, ...facts }: Refusal) => {
  const { status, title, detail } = problemFor[kind]
  const body = { ...facts, type: `urn:restante:problem:${kind}`, title, status, detail, code: kind }
  const retryAfter = kind === 'busy' ? BUSY_SECONDS : retryAfterSeconds
  const headers = {
    ...ALWAYS,
    'content-type': 'application/problem+json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  }
  return { status, headers, body: JSON.stringify(body) }
}

export const problem = (c: Context, refusal: Refusal): Response => {
  const { status, headers, body } = problemOf(refusal)
  return c.body(body, status, headers)
}

/** Faults are logged once, here, and answered without details. */
export const onError: ErrorHandler = (error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, { kind: 'malformed' })
  if (isBusy(error)) return problem(c, { kind: 'busy' })
  log('error', 'fault', faultOf(error))
  return problem(c, { kind: 'fault' })
}
