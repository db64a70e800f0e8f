import type { Route } from '../route.ts'
import { WeekQuery, WeekView } from '../week-views.ts'

export const weekRoutes = {
  readMyWeek: {
    method: 'get',
    path: '/me/week',
    summary: 'The workshops that I lead on some dates, over all sites, with the ways between them',
    action: 'be-oneself',
    query: WeekQuery,
    status: 200,
    response: WeekView,
    refusals: ['invalid'],
  },
} as const satisfies Record<string, Route>
