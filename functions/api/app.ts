import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { timeout } from 'hono/timeout'
import type { Dependencies } from '../dependencies.ts'
import { clientLimit } from '../http/client-limit.ts'
import { ALWAYS, onError, problem } from '../http/problem.ts'
import { sameOrigin } from '../http/same-origin.ts'
import { authRoutes } from './routes/auth.ts'
import { bookingRoutes } from './routes/bookings.ts'
import { meRoutes } from './routes/me.ts'
import { siteRoutes } from './routes/sites.ts'

const BASE_PATH = '/api'
const LARGEST_BODY = 64 * 1024
/** Before the function's own end (10 s), so that "we don't know" is said and not a cut connection. */
const DEADLINE_MS = 8000

/** The whole API. Making it has no side effect. */
export const createApp = (deps: Dependencies) => {
  const app = new Hono().basePath(BASE_PATH)
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of Object.entries(ALWAYS)) c.header(name, value)
  })
  app.use(timeout(DEADLINE_MS))
  app.use(compress())
  app.use(clientLimit(deps.now))
  app.use(sameOrigin)
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problem(c, { kind: 'too-large' }) }))
  app.route('/', siteRoutes(deps))
  app.route('/', bookingRoutes(deps))
  app.route('/', authRoutes(deps))
  app.route('/', meRoutes(deps))
  // The first request for any of the other routes loads their code: a cold start for a booking is spared it.
  let later: Hono | undefined
  app.all('*', async (c) => {
    later ??= (await import('./later-routes.ts')).laterRoutes(deps, BASE_PATH)
    return later.fetch(c.req.raw, c.env)
  })
  // A path that leads out of the API once its dots are resolved.
  app.notFound((c) => problem(c, { kind: 'not-found' }))
  app.onError(onError)
  return app
}
