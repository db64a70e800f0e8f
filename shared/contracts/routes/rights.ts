import { GrantView } from '../auth-views.ts'
import {
  InvitationParam,
  InvitationView,
  NewInvitation,
  NewInvitationAcceptance,
  RightList,
  RightParam,
  ScopeParam,
} from '../right-views.ts'
import type { Route } from '../route.ts'

/** Each scope has its own managers of rights. */
export const rightRoutes = {
  listRights: {
    method: 'get',
    path: '/rights/:scope',
    summary: 'Who may do what in a scope, and who is invited to',
    action: 'give-rights',
    params: ScopeParam,
    status: 200,
    response: RightList,
    refusals: [],
  },
  withdrawRight: {
    method: 'delete',
    path: '/rights/:scope/:role/:holder',
    summary: 'Withdraw a right; again changes nothing',
    action: 'give-rights',
    params: RightParam,
    status: 204,
    refusals: ['last-lead'],
  },
  invite: {
    method: 'post',
    path: '/invitations',
    summary: 'Invite an address to take a right: a message carries the link',
    action: 'give-rights',
    body: NewInvitation,
    idempotent: true,
    status: 201,
    response: InvitationView,
    refusals: ['not-found', 'role-unfit', 'too-many-invitations', 'too-many-messages'],
  },
  acceptInvitation: {
    method: 'put',
    path: '/invitations/:id/acceptance',
    summary: 'Take the right that somebody was invited to; again changes nothing',
    action: 'be-oneself',
    params: InvitationParam,
    body: NewInvitationAcceptance,
    status: 200,
    response: GrantView,
    refusals: ['invitation-over', 'second-factor-missing', 'other-address'],
  },
  withdrawInvitation: {
    method: 'delete',
    path: '/invitations/:id',
    summary: 'Withdraw an invitation that nobody has taken',
    action: 'give-rights',
    params: InvitationParam,
    status: 204,
    refusals: ['invitation-over'],
  },
} as const satisfies Record<string, Route>
