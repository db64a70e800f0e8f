import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Instant } from '../../shared/domain/instant.ts'
import { problem } from './problem.ts'

const WINDOW_MS = 10_000
/** A page makes two calls or three; a post office's visitors may share one address. */
const MOST_CALLS = 150

/** The address comes from the edge, which overwrites what the client sent. */
export const clientOf = (c: Context): string | undefined => c.req.header('x-client-address')

/**
 * One client leaves room for the others: so many calls in ten seconds, counted by each instance of the function for
 * itself. Its address is forgotten with the window.
 */
export const clientLimit = (now: () => Instant) => {
  let window = 0
  const calls = new Map<string, number>()
  return createMiddleware(async (c, next) => {
    const client = clientOf(c)
    if (client === undefined) return next()
    const at = now()
    if (Math.floor(at / WINDOW_MS) !== window) calls.clear()
    window = Math.floor(at / WINDOW_MS)
    const count = (calls.get(client) ?? 0) + 1
    calls.set(client, count)
    if (count <= MOST_CALLS) return next()
    const retryAfterSeconds = Math.ceil(((window + 1) * WINDOW_MS - at) / 1000)
    return problem(c, { kind: 'too-many-requests', retryAfterSeconds })
  })
}
