import {
  NewProposal,
  OwnProposalList,
  OwnProposalView,
  ProposalAnswer,
  ProposalList,
  ProposalParam,
  ProposalView,
} from '../proposal-views.ts'
import type { Route } from '../route.ts'
import { SiteParam } from '../site-views.ts'

/** What people would do with a place that is not lent yet, or not so. */
export const proposalRoutes = {
  proposeUse: {
    method: 'post',
    path: '/sites/:site/proposals',
    summary: 'Propose a use of a site to those who are in charge of it',
    action: 'be-oneself',
    params: SiteParam,
    body: NewProposal,
    idempotent: true,
    status: 201,
    response: ProposalView,
    refusals: ['not-found', 'name-missing', 'too-many-proposals'],
  },
  listProposals: {
    method: 'get',
    path: '/sites/:site/proposals',
    summary: 'The uses that people propose, the newest first',
    action: 'lend-spaces',
    params: SiteParam,
    status: 200,
    response: ProposalList,
    refusals: ['not-found'],
  },
  listMyProposals: {
    method: 'get',
    path: '/me/proposals',
    summary: 'The uses that I have proposed and what became of them, the newest first',
    action: 'be-oneself',
    status: 200,
    response: OwnProposalList,
    refusals: [],
  },
  withdrawProposal: {
    method: 'delete',
    path: '/sites/:site/proposals/:id',
    summary: 'Withdraw a use that I have proposed, as long as nobody has answered; again changes nothing',
    action: 'be-oneself',
    params: ProposalParam,
    status: 200,
    response: OwnProposalView,
    refusals: ['not-found', 'changed'],
  },
  answerProposal: {
    method: 'put',
    path: '/sites/:site/proposals/:id',
    summary: 'Accept or decline a proposal, with words that its author is told',
    action: 'lend-spaces',
    params: ProposalParam,
    body: ProposalAnswer,
    status: 200,
    response: ProposalView,
    refusals: ['not-found', 'changed'],
  },
} as const satisfies Record<string, Route>
