import { ask } from '../kit/api-client.ts'

export type Idea = { readonly idea: string; readonly audience: string; readonly times: string }

export const proposalApi = {
  propose: (site: string, body: Idea, key: string) =>
    ask('POST /sites/:site/proposals', [site], { body, key }),
  readInCharge: (site: string) => ask('GET /sites/:site/in-charge', [site]),
  listProposals: (site: string) => ask('GET /sites/:site/proposals', [site]),
  listMine: () => ask('GET /me/proposals', []),
  withdraw: (site: string, id: string) => ask('DELETE /sites/:site/proposals/:id', [site, id]),
  answerProposal: (site: string, id: string, body: { accepted: boolean; note: string }) =>
    ask('PUT /sites/:site/proposals/:id', [site, id], { body }),
}
