import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isSecure } from './cookies.ts'
import { problem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Scheme, host and port that were asked for, as a browser writes them. The edge overwrites what the client said of the
 * host, and the entrance behind it what was said of the scheme.
 */
const ownOrigin = (c: Context): string | undefined => {
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host')
  const asked = `${isSecure(c) ? 'https' : 'http'}://${host}`
  return host !== undefined && URL.canParse(asked) ? new URL(asked).origin : undefined
}

/** Pages of other sites change nothing here: a browser names where a request comes from. */
export const sameOrigin = createMiddleware(async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isForeign =
    (origin !== undefined && origin !== ownOrigin(c)) || site === 'cross-site' || site === 'same-site'
  return isForeign ? problem(c, { kind: 'foreign-origin' }) : next()
})
