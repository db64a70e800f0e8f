import { AuditEntryList, AuditQuery } from '../audit-views.ts'
import { ScopeParam } from '../right-views.ts'
import type { Route } from '../route.ts'

/** Each scope has its own readers. */
export const auditRoutes = {
  listAuditEntries: {
    method: 'get',
    path: '/audit/:scope',
    summary: 'Who did what for whom in a scope, latest first, from a date to another; next continues it',
    action: 'read-audit',
    params: ScopeParam,
    query: AuditQuery,
    status: 200,
    response: AuditEntryList,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
