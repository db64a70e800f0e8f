import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { timeout } from 'hono/timeout'
import { openApi } from '../../shared/contracts/openapi.ts'
import { routes } from '../../shared/contracts/routes.ts'
import type { Dependencies } from '../dependencies.ts'
import { clientLimit } from '../http/client-limit.ts'
import { onError, onNotFound, problem } from '../http/problem.ts'
import { sameOrigin } from '../http/same-origin.ts'
import { answerRoutes } from './routes/answers.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { authRoutes } from './routes/auth.ts'
import { bookingRoutes } from './routes/bookings.ts'
import { closureRoutes } from './routes/closures.ts'
import { meRoutes } from './routes/me.ts'
import { memberRoutes } from './routes/members.ts'
import { rightRoutes } from './routes/rights.ts'
import { seriesRoutes } from './routes/series.ts'
import { siteRoutes } from './routes/sites.ts'
import { waitRoutes } from './routes/waits.ts'
import { workshopRoutes } from './routes/workshops.ts'

const LARGEST_BODY = 64 * 1024
/** Before the function's own end (10 s), so that "we don't know" is said and not a cut connection. */
const DEADLINE_MS = 8000

/** The whole API. Making it has no side effect. */
export const createApp = (deps: Dependencies) => {
  const app = new Hono().basePath('/api')
  app.use(async (c, next) => {
    await next()
    c.header('cache-control', 'no-store')
    c.header('x-content-type-options', 'nosniff')
  })
  app.use(timeout(DEADLINE_MS))
  app.use(compress())
  app.use(clientLimit(deps.now))
  app.use(sameOrigin)
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problem(c, { kind: 'too-large' }) }))
  app.route('/', siteRoutes(deps))
  app.route('/', bookingRoutes(deps))
  app.route('/', answerRoutes(deps))
  app.route('/', attendanceRoutes(deps))
  app.route('/', seriesRoutes(deps))
  app.route('/', closureRoutes(deps))
  app.route('/', waitRoutes(deps))
  app.route('/', workshopRoutes(deps))
  app.route('/', authRoutes(deps))
  app.route('/', meRoutes(deps))
  app.route('/', memberRoutes(deps))
  app.route('/', rightRoutes(deps))
  app.get(routes.readOpenApi.path, (c) => c.json(openApi()))
  app.notFound(onNotFound)
  app.onError(onError)
  return app
}
