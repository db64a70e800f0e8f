import type { HolderId, ProposalId, SiteId } from '../../shared/domain/ids.ts'
import { type Proposal, type ProposalRefusal, withdrawProposal } from '../../shared/domain/proposal.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Site } from '../../shared/domain/site.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'

export type OwnProposal = { readonly proposal: Proposal; readonly site: Site }

type Deps = Pick<Dependencies, 'proposals' | 'sites'>

const SITES_AT_ONCE = 4

/** Newest first. The index lags by milliseconds. */
export const listOwnProposals = async (by: HolderId, deps: Deps): Promise<OwnProposal[]> => {
  const proposals = await deps.proposals.listOf(by)
  const lent = await mapAtOnce(
    [...new Set(proposals.map(({ site }) => site))],
    SITES_AT_ONCE,
    deps.sites.findSite,
  )
  const sites = new Map(lent.flatMap((each) => (each ? [[each.site.id, each.site] as const] : [])))
  return proposals
    .sort((one, other) => other.createdAt - one.createdAt)
    .flatMap((proposal) => {
      const site = sites.get(proposal.site)
      return site ? [{ proposal, site }] : []
    })
}

type Withdrawing = { readonly site: SiteId; readonly id: ProposalId; readonly by: HolderId }

/** Other people's proposals do not exist here. */
export const withdrawOwnProposal = (
  { site, id, by }: Withdrawing,
  deps: Deps,
): Promise<Result<OwnProposal, ProposalRefusal | { readonly kind: 'not-found' }>> =>
  retryContended(async () => {
    const [lent, stored] = await Promise.all([
      deps.sites.findSite(site),
      deps.proposals.findProposal(site, id),
    ])
    if (!lent || stored?.proposal.holder !== by) return refuse({ kind: 'not-found' })
    const decision = withdrawProposal(stored.proposal)
    if (!decision.ok) return decision
    const proposal = decision.value
    if (proposal !== stored.proposal && (await deps.proposals.end({ ...stored, proposal })))
      throw new ContentionError('changed')
    return ok({ proposal, site: lent.site })
  })
