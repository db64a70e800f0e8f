import { PremisesChange, PremisesOfSiteView, PremisesView } from '../premises-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

export const premisesRoutes = {
  readPremises: {
    method: 'get',
    path: '/sites/:site/premises',
    summary: 'Whose the premises of a site are, who runs the place, and under which agreement',
    action: 'see-use',
    params: SiteParam,
    status: 200,
    response: PremisesOfSiteView,
    refusals: ['not-found'],
  },
  describePremises: {
    method: 'put',
    path: '/sites/:site/premises',
    summary: 'Say whose the premises are, who runs the place, and under which agreement',
    action: 'describe-premises',
    params: SiteParam,
    body: PremisesChange,
    status: 200,
    response: PremisesView,
    refusals: ['not-found', 'changed', 'busy'],
  },
} as const satisfies Record<string, Route>
