import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { problemFor, type RefusalKind } from '../../shared/contracts/problem.ts'
import { isBusy } from '../../shared/store/contention.ts'

/** A refusal with the facts that the body carries, written as on the wire. */
export type Refusal = { readonly kind: RefusalKind } & Readonly<Record<string, unknown>>

const BUSY_SECONDS = 2

/** RFC 9457: no fact takes the place of a standard member. A fact `retryAfterSeconds` goes into the header that says so. */
export const problem = (c: Context, { kind, retryAfterSeconds, ...facts }: Refusal): Response => {
  const { status, title, detail } = problemFor[kind]
  const body = { ...facts, type: `urn:restante:problem:${kind}`, title, status, detail, code: kind }
  const retryAfter = kind === 'busy' ? BUSY_SECONDS : retryAfterSeconds
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  })
}

/** Faults are logged once, here, and answered without their words. */
export const onError: ErrorHandler = (error, c) => {
  if (error instanceof HTTPException && error.status === 400) return problem(c, { kind: 'malformed' })
  if (isBusy(error)) return problem(c, { kind: 'busy' })
  const { name, message, stack } = error
  console.error(
    JSON.stringify({
      level: 'error',
      message: 'fault',
      requestId: c.env?.lambdaContext?.awsRequestId,
      name,
      error: message,
      stack,
    }),
  )
  return problem(c, { kind: 'fault' })
}
