import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Instant } from '../../shared/domain/instant.ts'
import { countedInWindows } from './counted-in-windows.ts'
import { problem } from './problem.ts'

const WINDOW_MS = 10_000
/** A page makes two or three calls; visitors of one post office may share an address. */
const MOST_CALLS = 150

/** The edge overwrites the header that a client sends. */
export const clientOf = (c: Context): string | undefined => c.req.header('x-client-address')

/** Limits a client's calls in ten seconds, per instance. */
export const clientLimit = (now: () => Instant) => {
  const counted = countedInWindows(WINDOW_MS, now)
  return createMiddleware(async (c, next) => {
    const client = clientOf(c)
    if (client === undefined) return next()
    const { count, endsInSeconds } = counted(client)
    if (count <= MOST_CALLS) return next()
    return problem(c, { kind: 'too-many-requests', retryAfterSeconds: endsInSeconds })
  })
}
