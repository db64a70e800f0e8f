import { CallList, CallMade, CallParam, NewCallMade, PlacedCallList } from '../call-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

/** For people without e-mail. */
export const callRoutes = {
  listCalls: {
    method: 'get',
    path: '/sites/:site/calls',
    summary: 'What people without an e-mail are still to be told, by voice: for the agents of a site',
    action: 'make-calls',
    params: SiteParam,
    status: 200,
    response: CallList,
    refusals: ['not-found'],
  },
  listCallsByPhone: {
    method: 'get',
    path: '/calls',
    summary: 'The same for all sites served by telephone; soonest first, few at most',
    action: 'act-by-phone',
    status: 200,
    response: PlacedCallList,
    refusals: ['not-found'],
  },
  noteCall: {
    method: 'put',
    path: '/sites/:site/calls/:id',
    summary:
      'Note that somebody was told, which takes it off the list: for the agents of a site; again changes nothing',
    action: 'make-calls',
    params: CallParam,
    body: NewCallMade,
    status: 200,
    response: CallMade,
    refusals: ['not-found', 'call-changed'],
  },
} as const satisfies Record<string, Route>
