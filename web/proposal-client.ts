import type {
  InChargeView,
  OwnProposalList,
  OwnProposalView,
  ProposalList,
  ProposalView,
} from '../shared/contracts/proposal-views.ts'
import { asker, type Fetch } from './api-client.ts'

export type Idea = { readonly idea: string; readonly audience: string; readonly times: string }

/** What people would do with a place: few pages need it. */
export const createProposalClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  const at = (site: string) => `/sites/${encodeURIComponent(site)}`
  return {
    propose: (site: string, body: Idea, key: string) =>
      ask<ProposalView>({ method: 'POST', path: `${at(site)}/proposals`, body, key }),
    readInCharge: (site: string) => ask<InChargeView>({ path: `${at(site)}/in-charge` }),
    listProposals: (site: string) => ask<ProposalList>({ path: `${at(site)}/proposals` }),
    listMine: () => ask<OwnProposalList>({ path: '/me/proposals' }),
    withdraw: (site: string, id: string) =>
      ask<OwnProposalView>({ method: 'DELETE', path: `${at(site)}/proposals/${encodeURIComponent(id)}` }),
    answerProposal: (site: string, id: string, body: { accepted: boolean; note: string }) =>
      ask<ProposalView>({ method: 'PUT', path: `${at(site)}/proposals/${encodeURIComponent(id)}`, body }),
  }
}

export const proposalApi = createProposalClient((path, init) => fetch(path, init))
