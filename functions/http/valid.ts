import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { validator } from 'hono/validator'
import type * as z from 'zod'
import { problem } from './problem.ts'

/** RFC 6901. */
const pointerOf = (path: readonly PropertyKey[]) =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

const parsed = async <S extends z.ZodType>(
  schema: S,
  value: unknown,
  c: Context,
): Promise<z.output<S> | Response> => {
  const result = schema.safeParse(value)
  if (result.success) return result.data
  const errors = result.error.issues.map(({ path, message }) => ({
    pointer: pointerOf(path),
    detail: message,
  }))
  return problem(c, { kind: 'invalid', errors })
}

/** Forms of other sites cannot declare JSON, so other bodies are refused unread. */
export const jsonOnly = createMiddleware(async (c, next) => {
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/json\s*(;|$)/i.test(type)) return problem(c, { kind: 'unsupported-media-type' })
  await next()
})

/** The body is optional; if present, it is JSON. */
export const jsonOrNothing = createMiddleware(async (c, next) => {
  const isThere =
    c.req.header('content-type') !== undefined || Number(c.req.header('content-length') ?? 0) > 0
  return isThere ? jsonOnly(c, next) : next()
})

export const validBody = <S extends z.ZodType>(schema: S) =>
  validator('json', (value, c) => parsed(schema, value, c))

export const validQuery = <S extends z.ZodType>(schema: S) =>
  validator('query', (value, c) => parsed(schema, value, c))

/** Malformed identifiers are not found. */
export const validParam = <S extends z.ZodType>(schema: S) =>
  validator('param', async (value, c): Promise<z.output<S> | Response> => {
    const result = schema.safeParse(value)
    return result.success ? result.data : problem(c, { kind: 'not-found' })
  })

const KEY = /^("?)([A-Za-z0-9_-]{16,64})\1$/

export const readKey = (c: Context): string | undefined =>
  KEY.exec(c.req.header('idempotency-key') ?? '')?.[2]

/** IETF draft-ietf-httpapi-idempotency-key-header: a string, quoted or bare. */
export const idempotencyKey = createMiddleware<{ Variables: { idempotencyKey: string } }>(async (c, next) => {
  const key = readKey(c)
  if (!key) return problem(c, { kind: 'key-missing' })
  c.set('idempotencyKey', key)
  await next()
})
