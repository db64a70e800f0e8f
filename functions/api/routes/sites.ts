import { Hono } from 'hono'
import { siteRoutes as routes } from '../../../shared/contracts/routes/sites.ts'
import { AvailabilityView, SiteView } from '../../../shared/contracts/site-views.ts'
import { findSignedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { findBookingToMove } from '../../use-cases/find-booking-to-move.ts'
import { readSiteDays } from '../../use-cases/read-availability.ts'
import { readSite } from '../../use-cases/read-site.ts'
import { viewOfAvailability, viewOfSite } from '../views/site-view.ts'

const DEFAULT_DAYS = 7

export const siteRoutes = (deps: StartDependencies) =>
  new Hono()
    .get(routes.readSite.path, validParam(routes.readSite.params), async (c) => {
      const holder = await findSignedIn(c, deps)
      const lent = await readSite({ ...c.req.valid('param'), holder: holder?.id }, deps)
      return lent
        ? respond(c, 200, SiteView, viewOfSite(lent, deps.now()))
        : problem(c, { kind: 'not-found' })
    })
    .get(
      routes.readAvailability.path,
      validParam(routes.readAvailability.params),
      validQuery(routes.readAvailability.query),
      async (c) => {
        const { from, days = DEFAULT_DAYS, moving: id, public: isForAnybody } = c.req.valid('query')
        const by = await findSignedIn(c, deps)
        const moving = id && by && (await findBookingToMove(id, by, deps))
        if (id && !moving) return problem(c, { kind: by ? 'not-found' : 'signed-out' })
        const holder = isForAnybody ? undefined : (moving?.holder ?? by?.id)
        const found = await readSiteDays(
          { ...c.req.valid('param'), from, days, holder, ...(moving && { moving }) },
          deps,
        )
        return found
          ? respond(c, 200, AvailabilityView, viewOfAvailability(found))
          : problem(c, { kind: 'not-found' })
      },
    )
