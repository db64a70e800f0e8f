import {
  AcceptanceQuery,
  AcceptanceView,
  ConditionsChange,
  NewConditionsAcceptance,
} from '../conditions-views.ts'
import type { Route } from '../route.ts'
import { ConditionsView, SiteParam } from '../site-views.ts'

export const conditionsRoutes = {
  askConditions: {
    method: 'put',
    path: '/sites/:site/conditions',
    summary: 'Ask to accept rules, and an insurance; a change is another version, to be accepted again',
    action: 'lend-spaces',
    params: SiteParam,
    body: ConditionsChange,
    status: 200,
    response: ConditionsView,
    refusals: ['not-found', 'changed'],
  },
  readAcceptance: {
    method: 'get',
    path: '/sites/:site/acceptance',
    summary: 'What a place asks, and what I or an association of mine have accepted of it',
    action: 'be-oneself',
    params: SiteParam,
    query: AcceptanceQuery,
    status: 200,
    response: AcceptanceView,
    refusals: ['not-found'],
  },
  acceptConditions: {
    method: 'put',
    path: '/sites/:site/acceptance',
    summary: 'Accept what a place asks, for myself or for an association that I lead; again changes nothing',
    action: 'be-oneself',
    params: SiteParam,
    body: NewConditionsAcceptance,
    status: 200,
    response: AcceptanceView,
    refusals: ['not-found', 'conditions-changed', 'insurance-missing'],
  },
} as const satisfies Record<string, Route>
