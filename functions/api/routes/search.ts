import { Hono } from 'hono/tiny'
import type * as z from 'zod'
import { searchRoutes as routes } from '../../../shared/contracts/routes/search.ts'
import {
  CounterList,
  EXPECTED_CODE,
  LocalityList,
  SiteList,
  type SiteSearch,
} from '../../../shared/contracts/search-views.ts'
import { inFrance } from '../../../shared/domain/departement-position.ts'
import type { Gazetteer } from '../../../shared/domain/gazetteer.ts'
import type { Dependencies } from '../../dependencies.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validQuery } from '../../http/valid.ts'
import { loadOnce } from '../../invocation/load-once.ts'
import { nearestCounters } from '../../use-cases/nearest-counters.ts'
import { type SearchSites, searchSites } from '../../use-cases/search-sites.ts'
import { viewOfLocality, viewOfOpenCounter, viewOfSitesFound } from '../views/search-view.ts'

const DEFAULT_LIMIT = 20
const DEFAULT_SUGGESTIONS = 8
const DEFAULT_COUNTERS = 3

const gazetteer = loadOnce(async () => (await import('../gazetteer.ts')).readGazetteer())

type Query = z.output<typeof SiteSearch>

/** Undefined for a code that no locality has. */
const whereOf = (
  { q, locality, departement, near }: Query,
  known: Gazetteer,
): SearchSites['where'] | undefined => {
  if (near) return { near }
  if (q !== undefined) return { text: q }
  const found = known.find(locality ?? departement ?? '')
  return found && { locality: found }
}

const wantedOf = ({ use, people, date, after, stepFree, free, access }: Query): SearchSites['wanted'] => ({
  ...{ use, people, date, after, access },
  stepFree: stepFree && true,
  free: free && true,
})

export const searchRoutes = (deps: Dependencies) =>
  new Hono()
    .get(routes.searchSites.path, validQuery(routes.searchSites.query), async (c) => {
      const query = c.req.valid('query')
      const where = whereOf(query, await gazetteer())
      if (!where) {
        const pointer = query.locality ? '/locality' : '/departement'
        return problem(c, { kind: 'invalid', errors: [{ pointer, detail: EXPECTED_CODE }] })
      }
      const search = { where, wanted: wantedOf(query), limit: query.limit ?? DEFAULT_LIMIT }
      const found = await searchSites(search, { ...deps, gazetteer })
      return respond(c, 200, SiteList, viewOfSitesFound(found, await gazetteer()))
    })
    .get(routes.searchLocalities.path, validQuery(routes.searchLocalities.query), async (c) => {
      const { q, limit = DEFAULT_SUGGESTIONS } = c.req.valid('query')
      const localities = (await gazetteer()).suggest(q, limit)
      return respond(c, 200, LocalityList, {
        localities: localities.map(({ locality }) => viewOfLocality(locality)),
      })
    })
    .get(routes.searchCounters.path, validQuery(routes.searchCounters.query), async (c) => {
      const { near: written, limit = DEFAULT_COUNTERS } = c.req.valid('query')
      const near = inFrance(written)
      const directory = await deps.directory()
      const counters = await nearestCounters({ directory, near, at: deps.now(), limit }, deps)
      return respond(c, 200, CounterList, { counters: counters.map(viewOfOpenCounter) })
    })
