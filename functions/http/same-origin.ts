import { createMiddleware } from 'hono/factory'
import { problem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

/**
 * Pages of other sites change nothing here: a browser names where a request comes from. The host that was asked for
 * comes from the edge, which overwrites what the client sent.
 */
export const sameOrigin = createMiddleware(async (c, next) => {
  const origin = c.req.header('origin')
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host')
  const site = c.req.header('sec-fetch-site')
  const foreign = (origin !== undefined && hostOf(origin) !== host) || site === 'cross-site' || site === 'same-site'
  if (foreign && !SAFE.has(c.req.method)) return problem(c, { kind: 'foreign-origin' })
  await next()
})
