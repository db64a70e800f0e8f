import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { isSecure } from './cookies.ts'
import { problem } from './problem.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/** As browsers write it. The edge overwrites the client's host; the entrance overwrites the scheme. */
export const ownOrigin = (c: Context): string | undefined => {
  const host = c.req.header('x-forwarded-host') ?? c.req.header('host')
  const asked = `${isSecure(c) ? 'https' : 'http'}://${host}`
  return host !== undefined && URL.canParse(asked) ? new URL(asked).origin : undefined
}

/** Pages of other sites change nothing here: browsers name the origin of a request. */
export const sameOrigin = createMiddleware(async (c, next) => {
  if (SAFE.has(c.req.method)) return next()
  const origin = c.req.header('origin')
  const site = c.req.header('sec-fetch-site')
  const isForeign =
    (origin !== undefined && origin !== ownOrigin(c)) || site === 'cross-site' || site === 'same-site'
  return isForeign ? problem(c, { kind: 'foreign-origin' }) : next()
})
