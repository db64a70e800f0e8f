import { LentSpaceParam } from '../lending-views.ts'
import {
  ConsentChange,
  PremisesChange,
  PremisesOfSiteView,
  PremisesView,
  SpaceConsentView,
} from '../premises-views.ts'
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
  agreeToLending: {
    method: 'put',
    path: '/sites/:site/spaces/:space/consent',
    summary: 'Agree as the owner of the premises to what is lent, or no longer from a date on',
    action: 'agree-to-lending',
    params: LentSpaceParam,
    body: ConsentChange,
    status: 200,
    response: SpaceConsentView,
    refusals: ['not-found', 'changed', 'touches-bookings', 'notice-too-short', 'busy'],
  },
} as const satisfies Record<string, Route>
