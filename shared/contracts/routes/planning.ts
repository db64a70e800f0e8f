import { PlanningView } from '../planning-views.ts'
import type { Route } from '../route.ts'
import { AvailabilityQuery, SiteParam } from '../site-views.ts'

/** The days of a place, for those who work there. */
export const planningRoutes = {
  readPlanning: {
    method: 'get',
    path: '/sites/:site/planning',
    summary: 'Who comes and what is free, in all spaces of a site, today first: for its staff',
    action: 'read-planning',
    params: SiteParam,
    query: AvailabilityQuery,
    status: 200,
    response: PlanningView,
    refusals: ['not-found', 'invalid'],
  },
} as const satisfies Record<string, Route>
