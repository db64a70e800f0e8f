import { FiguresQuery, FiguresView } from '../figure-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

export const figureRoutes = {
  readFigures: {
    method: 'get',
    path: '/sites/:site/figures',
    summary: 'The figures of a place in a month that is over, never of one to four people',
    action: 'read-figures',
    params: SiteParam,
    query: FiguresQuery,
    status: 200,
    response: FiguresView,
    refusals: ['not-found', 'month-not-over'],
  },
} as const satisfies Record<string, Route>
