import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { RefusalKind } from '../../shared/contracts/problem.ts'
import type { Problem } from '../../shared/contracts/problem-type.ts'
import { requestProblems } from '../../shared/contracts/request-problems.ts'
import { isBusy, KeyRevokedError } from '../../shared/store/contention.ts'
import { faultOf, log } from '../invocation/log.ts'

/** A refusal with its facts, named as on the wire. */
export type Refusal = { readonly kind: RefusalKind } & Readonly<Record<string, unknown>>

export const ALWAYS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const

const BUSY_SECONDS = 2

const FIRST: Partial<Record<RefusalKind, Problem>> = requestProblems

/** What not every request can be refused for loads with the first refusal. */
const rowOf = async (kind: RefusalKind): Promise<Problem> =>
  FIRST[kind] ?? (await import('./later-problems.ts')).problemFor[kind]

/** RFC 9457: facts never replace a standard member; `retryAfterSeconds` becomes a header. */
export const problemOf = async ({ kind, retryAfterSeconds, ...facts }: Refusal) => {
  const { status, title, detail } = await rowOf(kind)
  const body = { ...facts, type: `urn:restante:problem:${kind}`, title, status, detail, code: kind }
  const retryAfter = kind === 'busy' ? BUSY_SECONDS : retryAfterSeconds
  const headers = {
    ...ALWAYS,
    'content-type': 'application/problem+json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  }
  return { status, headers, body: JSON.stringify(body) }
}

export const problem = async (c: Context, refusal: Refusal): Promise<Response> => {
  const { status, headers, body } = await problemOf(refusal)
  return c.body(body, status, headers)
}

/** Faults are logged once, here, and answered without details. */
export const onError: ErrorHandler = (error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, { kind: 'malformed' })
  if (error instanceof KeyRevokedError) return problem(c, { kind: 'api-key-invalid' })
  if (isBusy(error)) return problem(c, { kind: 'busy' })
  log('error', 'fault', faultOf(error))
  return problem(c, { kind: 'fault' })
}
