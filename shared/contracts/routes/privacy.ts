import { Erasing, ExportQuery, ExportView } from '../privacy-views.ts'
import type { Route } from '../route.ts'

export const privacyRoutes = {
  exportMe: {
    method: 'get',
    path: '/me/export',
    summary: 'All that is kept of me, as JSON or as a table for a spreadsheet',
    action: 'be-oneself',
    query: ExportQuery,
    status: 200,
    response: ExportView,
    refusals: [],
  },
  eraseMe: {
    method: 'delete',
    path: '/me',
    summary:
      'Forget me: with a code sent to my address. What I have booked is free again; my past is only counted',
    action: 'be-oneself',
    body: Erasing,
    status: 204,
    refusals: ['wrong-code', 'code-expired', 'workshops-ahead', 'last-lead'],
  },
} as const satisfies Record<string, Route>
