import type { Route } from '../route.ts'
import {
  AvailabilityQuery,
  AvailabilityView,
  NoQuery,
  SiteParam,
  SiteView,
  SiteWeekQuery,
  SiteWeekView,
} from '../site-views.ts'

export const siteRoutes = {
  readSite: {
    method: 'get',
    path: '/sites/:site',
    summary: 'Address, counter hours, spaces, how one gets in',
    action: 'read-public',
    params: SiteParam,
    query: NoQuery,
    forAnybody: true,
    status: 200,
    response: SiteView,
    refusals: ['not-found', 'invalid'],
  },
  readSiteWeek: {
    method: 'get',
    path: '/sites/:site/week',
    summary: 'A site with what can be booked there in seven days',
    action: 'read-public',
    params: SiteParam,
    query: SiteWeekQuery,
    forAnybody: true,
    status: 200,
    response: SiteWeekView,
    refusals: ['not-found', 'invalid'],
  },
  readAvailability: {
    method: 'get',
    path: '/sites/:site/availability',
    summary: 'What can be booked, by day and space',
    action: 'read-public',
    params: SiteParam,
    query: AvailabilityQuery,
    forAnybody: true,
    status: 200,
    response: AvailabilityView,
    refusals: ['not-found', 'signed-out', 'invalid'],
  },
} as const satisfies Record<string, Route>
