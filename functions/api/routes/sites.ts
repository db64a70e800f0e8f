import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { siteRoutes as routes } from '../../../shared/contracts/routes/sites.ts'
import { AvailabilityView, SiteView, SiteWeekView } from '../../../shared/contracts/site-views.ts'
import { findSignedIn } from '../../http/caller.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { findBookingToMove } from '../../use-cases/find-booking-to-move.ts'
import type { Reader } from '../../use-cases/find-membership-there.ts'
import { readSiteDays } from '../../use-cases/read-availability.ts'
import { readSite, siteFor } from '../../use-cases/read-site.ts'
import { viewOfAvailability, viewOfSite } from '../views/site-view.ts'

const A_WEEK = 7

const siteAlone = (deps: StartDependencies, readerOf: (c: Context) => Reader) => {
  const { path, params, query } = routes.readSite
  return new Hono().get(path, validParam(params), validQuery(query), async (c) => {
    const lent = await readSite({ ...c.req.valid('param'), reader: readerOf(c) }, deps)
    return lent ? respond(c, 200, SiteView, viewOfSite(lent, deps.now())) : problem(c, { kind: 'not-found' })
  })
}

const siteWithWeek = (deps: StartDependencies, readerOf: (c: Context) => Reader) => {
  const { path, params, query } = routes.readSiteWeek
  return new Hono().get(path, validParam(params), validQuery(query), async (c) => {
    const asked = { ...c.req.valid('param'), ...c.req.valid('query'), days: A_WEEK, reader: readerOf(c) }
    const found = await readSiteDays(asked, deps)
    if (!found) return problem(c, { kind: 'not-found' })
    const site = viewOfSite(siteFor(found.membership, found, deps), deps.now())
    return respond(c, 200, SiteWeekView, { site, week: viewOfAvailability(found) })
  })
}

export const siteRoutes = (deps: StartDependencies) => {
  const readerOf = (c: Context) => async () => (await findSignedIn(c, deps))?.id
  const { path, params, query } = routes.readAvailability
  return new Hono()
    .route('/', siteAlone(deps, readerOf))
    .route('/', siteWithWeek(deps, readerOf))
    .get(path, validParam(params), validQuery(query), async (c) => {
      const { from, days = A_WEEK, moving: id, public: isForAnybody } = c.req.valid('query')
      const by = id && (await findSignedIn(c, deps))
      const moving = id && by && (await findBookingToMove(id, by, deps))
      if (id && !moving) return problem(c, { kind: by ? 'not-found' : 'signed-out' })
      const reader = isForAnybody ? undefined : moving ? async () => moving.holder : readerOf(c)
      const asked = { ...c.req.valid('param'), from, days, reader, ...(moving && { moving }) }
      const found = await readSiteDays(asked, deps)
      return found
        ? respond(c, 200, AvailabilityView, viewOfAvailability(found))
        : problem(c, { kind: 'not-found' })
    })
}
