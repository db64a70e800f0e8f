import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Instant } from '../../shared/domain/instant.ts'
import { problem } from './problem.ts'

const WINDOW_MS = 10_000
/** A page makes two or three calls; visitors of one post office may share an address. */
const MOST_CALLS = 150

/** The edge overwrites the header that a client sends. */
export const clientOf = (c: Context): string | undefined => c.req.header('x-client-address')

/** Limits a client's calls in ten seconds, per instance; addresses are forgotten with the window. */
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
