import { ActList, AuditQuery } from '../audit-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

/** What was done by others than those concerned. */
export const auditRoutes = {
  listActs: {
    method: 'get',
    path: '/sites/:site/audit',
    summary: 'Who did what for whom at a site, latest first, from a date to another; next continues it',
    action: 'read-audit',
    params: SiteParam,
    query: AuditQuery,
    status: 200,
    response: ActList,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
