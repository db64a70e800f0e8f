import type { Route } from '../route.ts'
import { AvailabilityQuery, AvailabilityView, SiteParam, SiteView } from '../site-views.ts'

export const siteRoutes = {
  readSite: {
    method: 'get',
    path: '/sites/:site',
    summary: 'Address, counter hours, spaces, how one gets in',
    action: 'read-public',
    params: SiteParam,
    status: 200,
    response: SiteView,
    refusals: ['not-found'],
  },
  readAvailability: {
    method: 'get',
    path: '/sites/:site/availability',
    summary: 'What can be booked, by day and space',
    action: 'read-public',
    params: SiteParam,
    query: AvailabilityQuery,
    status: 200,
    response: AvailabilityView,
    refusals: ['not-found', 'signed-out', 'invalid'],
  },
} as const satisfies Record<string, Route>
