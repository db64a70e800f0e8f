import type { Handler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { compress } from 'hono/compress'
import { Hono } from 'hono/tiny'
import type { Dependencies } from '../dependencies.ts'
import { clientLimit } from '../http/client-limit.ts'
import { withinDeadline } from '../http/deadline.ts'
import { FOR_ANYBODY, FROM_ANYWHERE, forAnybody, preflight } from '../http/for-anybody.ts'
import { notFoundAmong } from '../http/not-found.ts'
import { ALWAYS, onError, problem } from '../http/problem.ts'
import { sameOrigin } from '../http/same-origin.ts'
import { loadOnce } from '../invocation/load-once.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import { BASE_PATH, type Capability, type RouteName } from './capability.ts'
import { LATER } from './later-routes.ts'
import { bookingRoutes } from './routes/bookings.ts'
import { siteRoutes } from './routes/sites.ts'

const LARGEST_BODY = 64 * 1024
/** Ends before the function's own timeout (10 s), so that clients get an answer and no cut connection. */
const DEADLINE_MS = 8000

const methodAndPath = (name: RouteName): [method: string, path: string] => {
  const [method = '', path = ''] = name.split(' ')
  return [method, path]
}

/** Answers with routes that the first request for them loads. */
const loading = (load: Capability['load'], dependencies: () => Promise<Dependencies>): Handler => {
  const loaded = loadOnce(async () => {
    const [routesOn, deps] = await Promise.all([load(), dependencies()])
    return routesOn(deps)
  })
  return async (c) => (await loaded()).fetch(c.req.raw, c.env)
}

/** The routes that are also answered without a session. */
const PUBLIC: readonly RouteName[] = [
  'GET /sites',
  'GET /localities',
  'GET /sites/:site',
  'GET /sites/:site/week',
  'GET /sites/:site/availability',
]

/** All routes, without the deadline of an answer. */
export const routedApp = (deps: StartDependencies, later: readonly Capability[] = LATER) => {
  const app = new Hono().basePath(BASE_PATH)
  const dependencies = loadOnce(async () => (await import('../dependencies.ts')).withLaterDependencies(deps))
  const byKey = loadOnce(async () => (await import('../http/by-key.ts')).byKey(await dependencies()))
  app.use(clientLimit(deps.now))
  // Before they are compressed: the edge does that itself.
  for (const name of PUBLIC) app.get(`${FOR_ANYBODY}${methodAndPath(name)[1]}`, forAnybody(app))
  app.options(`${FOR_ANYBODY}/*`, preflight)
  app.use(compress())
  // A page of another site makes a browser send cookies, but no key.
  app.use(async (c, next) =>
    (c.req.header('authorization') === undefined ? sameOrigin : await byKey())(c, next),
  )
  app.use(bodyLimit({ maxSize: LARGEST_BODY, onError: (c) => problem(c, { kind: 'too-large' }) }))
  app.route('/', siteRoutes(deps))
  app.route('/', bookingRoutes(deps))
  for (const { names, load } of later) {
    const handler = loading(load, dependencies)
    for (const name of names) app.on(...methodAndPath(name), handler)
  }
  app.notFound(notFoundAmong(app.routes))
  app.onError(onError)
  return app
}

/** The whole API. Creating it has no side effects. */
export const createApp = (deps: StartDependencies, later: readonly Capability[] = LATER) => {
  const app = new Hono()
  app.use(async (c, next) => {
    await next()
    const isForAnybody = c.req.path.startsWith(`${BASE_PATH}${FOR_ANYBODY}/`)
    for (const [name, value] of Object.entries({ ...ALWAYS, ...(isForAnybody && FROM_ANYWHERE) }))
      if (!c.res.headers.has(name)) c.header(name, value)
  })
  app.all('*', withinDeadline(routedApp(deps, later), DEADLINE_MS))
  app.onError(onError)
  return app
}
