import { CopyList, NewCopies } from '../copy-views.ts'
import { PlanningView } from '../planning-views.ts'
import type { Route } from '../route.ts'
import { AvailabilityQuery, SiteParam } from '../site-views.ts'

export const planningRoutes = {
  readPlanning: {
    method: 'get',
    path: '/sites/:site/planning',
    summary:
      'Who comes and what is free, in all spaces of a site, today first: for its staff; without names for its owner',
    action: 'see-use',
    forKeys: true,
    params: SiteParam,
    query: AvailabilityQuery,
    status: 200,
    response: PlanningView,
    refusals: ['not-found', 'invalid'],
  },
  previewCopies: {
    method: 'post',
    path: '/sites/:site/copy-preview',
    summary: 'Which bookings could be copied to other weeks, date by date; writes nothing',
    action: 'copy-bookings',
    params: SiteParam,
    body: NewCopies,
    status: 200,
    response: CopyList,
    refusals: ['not-found', 'busy'],
  },
  copyBookings: {
    method: 'post',
    path: '/sites/:site/copies',
    summary: 'Book again, some weeks further, what staff booked: each date booked or refused, and why',
    action: 'copy-bookings',
    params: SiteParam,
    body: NewCopies,
    idempotent: true,
    status: 201,
    response: CopyList,
    refusals: ['not-found', 'busy'],
  },
} as const satisfies Record<string, Route>
