import type { Route } from '../route.ts'
import {
  CounterList,
  CounterSearch,
  LocalityList,
  LocalitySearch,
  SiteList,
  SiteSearch,
} from '../search-views.ts'

export const searchRoutes = {
  searchSites: {
    method: 'get',
    path: '/sites',
    summary: 'Points of contact of a place, and the nearest that lend what is wanted',
    action: 'read-public',
    query: SiteSearch,
    forAnybody: true,
    status: 200,
    response: SiteList,
    refusals: ['invalid'],
  },
  searchLocalities: {
    method: 'get',
    path: '/localities',
    summary: 'Communes, arrondissements and départements that a text may mean',
    action: 'read-public',
    query: LocalitySearch,
    forAnybody: true,
    status: 200,
    response: LocalityList,
    refusals: ['invalid'],
  },
  searchCounters: {
    method: 'get',
    path: '/counters',
    summary: 'The nearest counters that are open now, then those that open next',
    action: 'read-public',
    query: CounterSearch,
    status: 200,
    response: CounterList,
    refusals: ['invalid'],
  },
} as const satisfies Record<string, Route>
