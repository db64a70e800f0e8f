import { Hono } from 'hono/tiny'
import {
  InChargeView,
  OwnProposalList,
  OwnProposalView,
  ProposalList,
  ProposalView,
} from '../../../shared/contracts/proposal-views.ts'
import { proposalRoutes as routes } from '../../../shared/contracts/routes/proposals.ts'
import { localTimeAt } from '../../../shared/domain/instant.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { listOwnProposals, type OwnProposal, withdrawOwnProposal } from '../../use-cases/own-proposals.ts'
import {
  answerProposal,
  listProposals,
  type ProposedUse,
  proposeUse,
  readInCharge,
} from '../../use-cases/propose-use.ts'

const viewOf = ({ proposal, site, holder }: ProposedUse): ProposalView => ({
  ...proposal,
  date: localTimeAt(proposal.createdAt, site.timeZone).date,
  name: holder?.name ?? '',
})

const viewOfOwn = ({ proposal, site: { id, name, timeZone } }: OwnProposal): OwnProposalView => ({
  ...proposal,
  date: localTimeAt(proposal.createdAt, timeZone).date,
  site: { id, name },
})

export const proposalRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.proposeUse.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validParam(routes.proposeUse.params),
      validBody(routes.proposeUse.body),
      async (c) => {
        const { holder: by, idempotencyKey } = c.var
        const command = { ...c.req.valid('json'), ...c.req.valid('param'), by, idempotencyKey }
        const result = await proposeUse(command, deps)
        return result.ok ? respond(c, 201, ProposalView, viewOf(result.value)) : problem(c, result.error)
      },
    )
    .get(routes.readInCharge.path, validParam(routes.readInCharge.params), async (c) => {
      const inCharge = await readInCharge(c.req.valid('param').site, deps)
      return inCharge ? respond(c, 200, InChargeView, { inCharge }) : problem(c, { kind: 'not-found' })
    })
    .get(routes.listProposals.path, mine, validParam(routes.listProposals.params), async (c) => {
      const proposals = await listProposals({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return proposals
        ? respond(c, 200, ProposalList, { proposals: proposals.map(viewOf) })
        : problem(c, { kind: 'not-found' })
    })
    .get(routes.listMyProposals.path, mine, async (c) => {
      const own = await listOwnProposals(c.get('holder').id, deps)
      return respond(c, 200, OwnProposalList, { proposals: own.map(viewOfOwn) })
    })
    .delete(routes.withdrawProposal.path, mine, validParam(routes.withdrawProposal.params), async (c) => {
      const result = await withdrawOwnProposal({ ...c.req.valid('param'), by: c.get('holder').id }, deps)
      return result.ok ? respond(c, 200, OwnProposalView, viewOfOwn(result.value)) : problem(c, result.error)
    })
    .put(
      routes.answerProposal.path,
      jsonOnly,
      mine,
      validParam(routes.answerProposal.params),
      validBody(routes.answerProposal.body),
      async (c) => {
        const command = { ...c.req.valid('json'), ...c.req.valid('param'), by: c.get('holder') }
        const result = await answerProposal(command, deps)
        return result.ok ? respond(c, 200, ProposalView, viewOf(result.value)) : problem(c, result.error)
      },
    )
}
