import { MemberChange, MemberList, MembersQuery, MemberView } from '../member-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

export const memberRoutes = {
  listMembers: {
    method: 'get',
    path: '/sites/:site/members',
    summary: 'The members and subscribers of a place; next continues it',
    action: 'admit-members',
    params: SiteParam,
    query: MembersQuery,
    status: 200,
    response: MemberList,
    refusals: ['not-found'],
  },
  admitMember: {
    method: 'put',
    path: '/sites/:site/members',
    summary: 'Make somebody a member or a subscriber of a place, or everyone again',
    action: 'admit-members',
    params: SiteParam,
    body: MemberChange,
    status: 200,
    response: MemberView,
    refusals: ['not-found', 'past', 'busy'],
  },
} as const satisfies Record<string, Route>
