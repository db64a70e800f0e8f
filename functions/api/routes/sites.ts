import { Hono } from 'hono'
import { siteRoutes as routes } from '../../../shared/contracts/routes/sites.ts'
import { AvailabilityView, SiteList, SiteView } from '../../../shared/contracts/site-views.ts'
import { findSignedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { findBookingToMove } from '../../use-cases/find-booking-to-move.ts'
import { readSiteDays } from '../../use-cases/read-availability.ts'
import { readSite } from '../../use-cases/read-site.ts'
import { viewOfAvailability, viewOfDirectoryMatch, viewOfSite } from '../views/site-view.ts'

const DEFAULT_DAYS = 7
const DEFAULT_RADIUS_KM = 20
const DEFAULT_LIMIT = 20

export const siteRoutes = (deps: StartDependencies) =>
  new Hono()
    .get(routes.searchSites.path, validQuery(routes.searchSites.query), async (c) => {
      const { q, departement, near, radius, use, limit } = c.req.valid('query')
      const directory = await deps.directory()
      const { total, matches } = directory.search({
        text: q,
        departement,
        near,
        radiusKm: radius ?? DEFAULT_RADIUS_KM,
        use,
        limit: limit ?? DEFAULT_LIMIT,
      })
      return respond(c, 200, SiteList, { total, sites: matches.map(viewOfDirectoryMatch) })
    })
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
