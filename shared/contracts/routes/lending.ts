import {
  LendingEnd,
  LendingPreview,
  LentSpaceChange,
  LentSpaceList,
  LentSpaceParam,
  LentSpaceView,
  NewLentSpace,
  SetUpList,
  SetUpTrial,
} from '../lending-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

const FLOOR_REFUSALS = ['unknown-part', 'divided-part', 'repeated-part', 'common-part', 'too-small'] as const

/** How the spaces of a site are lent: for those who are in charge of it. */
export const lendingRoutes = {
  listLentSpaces: {
    method: 'get',
    path: '/sites/:site/lent-spaces',
    summary: 'How the spaces of a site are lent, all of it',
    action: 'lend-spaces',
    params: SiteParam,
    status: 200,
    response: LentSpaceList,
    refusals: ['not-found'],
  },
  listSetUps: {
    method: 'get',
    path: '/sites/:site/set-ups',
    summary: 'How spaces are lent there, to be copied elsewhere: for everybody',
    action: 'read-public',
    params: SiteParam,
    status: 200,
    response: SetUpList,
    refusals: ['not-found'],
  },
  previewLending: {
    method: 'post',
    path: '/sites/:site/spaces/preview',
    summary: 'The first week of a space lent so, and the bookings that no longer fit; changes nothing',
    action: 'lend-spaces',
    params: SiteParam,
    body: SetUpTrial,
    status: 200,
    response: LendingPreview,
    refusals: ['not-found', 'too-many-spaces', ...FLOOR_REFUSALS],
  },
  lendSpace: {
    method: 'post',
    path: '/sites/:site/spaces',
    summary: 'Lend a space',
    action: 'lend-spaces',
    params: SiteParam,
    body: NewLentSpace,
    idempotent: true,
    status: 201,
    response: LentSpaceView,
    refusals: ['not-found', 'too-many-spaces', ...FLOOR_REFUSALS],
  },
  changeLentSpace: {
    method: 'put',
    path: '/sites/:site/spaces/:space',
    summary: 'Change how a space is lent; repeating finishes what was stopped',
    action: 'lend-spaces',
    params: LentSpaceParam,
    body: LentSpaceChange,
    status: 200,
    response: LentSpaceView,
    refusals: ['not-found', 'changed', 'touches-bookings', ...FLOOR_REFUSALS],
  },
  stopLending: {
    method: 'delete',
    path: '/sites/:site/spaces/:space',
    summary: 'Lend a space no longer, from a date on; what is booked then stays unless told',
    action: 'lend-spaces',
    params: LentSpaceParam,
    body: LendingEnd,
    status: 200,
    response: LentSpaceView,
    refusals: ['not-found', 'changed', 'touches-bookings', 'past'],
  },
} as const satisfies Record<string, Route>
