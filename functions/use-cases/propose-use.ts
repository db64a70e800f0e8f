import type { Charge } from '../../shared/domain/charge.ts'
import type { Holder, SignedInHolder } from '../../shared/domain/holder.ts'
import type { ProposalId, SiteId } from '../../shared/domain/ids.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import {
  decideProposal,
  MOST_PROPOSALS,
  MOST_PROPOSALS_A_DAY,
  type Proposal,
  type ProposalRefusal,
} from '../../shared/domain/proposal.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { Dependencies } from '../dependencies.ts'
import { may } from './authorize.ts'
import { hashOfRequest, idOf } from './hash.ts'
import { nearestInCharge } from './nearest-in-charge.ts'

const MINUTES_A_DAY = 24 * 60

export type ProposedUse = {
  readonly proposal: Proposal
  readonly site: Site
  readonly holder: Holder | undefined
}

export type ProposeUse = Pick<Proposal, 'site' | 'idea' | 'audience' | 'times'> & {
  readonly by: SignedInHolder
  readonly idempotencyKey: string
}

type Deps = Pick<Dependencies, 'proposals' | 'sites' | 'identities' | 'grants' | 'now'>

export type ProposeRefusal = ProposalRefusal | { readonly kind: 'not-found' | 'name-missing' | 'key-reused' }

const attempt = async (command: ProposeUse, deps: Deps): Promise<Result<ProposedUse, ProposeRefusal>> => {
  const { site: siteId, by, idempotencyKey, idea, audience, times } = command
  const id = idOf('proposal', siteId, by.id, idempotencyKey) as ProposalId
  const requestHash = hashOfRequest('proposal', { idea, audience, times })
  const [lent, { existing, freeTicket }] = await Promise.all([
    deps.sites.findSite(siteId),
    deps.proposals.readFacts(siteId, id, by.id),
  ])
  if (!lent) return refuse({ kind: 'not-found' })
  if (existing && existing.requestHash !== requestHash) return refuse({ kind: 'key-reused' })
  const { site } = lent
  if (existing) return ok({ proposal: existing.proposal, site, holder: by })
  if (!by.name) return refuse({ kind: 'name-missing' })
  if (freeTicket === undefined) return refuse({ kind: 'too-many-proposals', most: MOST_PROPOSALS })
  const [made, inCharge] = await Promise.all([
    deps.proposals.countSince(by.id, addMinutes(deps.now(), -MINUTES_A_DAY), MOST_PROPOSALS_A_DAY),
    nearestInCharge(site, deps),
  ])
  if (made >= MOST_PROPOSALS_A_DAY)
    return refuse({ kind: 'too-many-proposals-today', most: MOST_PROPOSALS_A_DAY })
  if (!inCharge) return refuse({ kind: 'nobody-in-charge' })
  const asked = { id, site: siteId, holder: by.id, idea, audience, times, status: 'asked' } as const
  const proposal: Proposal = { ...asked, createdAt: deps.now() }
  const conflict = await deps.proposals.addProposal({ proposal, ticket: freeTicket, requestHash })
  if (conflict) throw new ContentionError(conflict)
  return ok({ proposal, site, holder: by })
}

/** The same Idempotency-Key gives the same proposal. */
export const proposeUse = (command: ProposeUse, deps: Deps): Promise<Result<ProposedUse, ProposeRefusal>> =>
  retryContended(() => attempt(command, deps))

/** Undefined when the site does not exist. */
export const readInCharge = async (id: SiteId, deps: Deps): Promise<Charge | 'nobody' | undefined> => {
  const location = await deps.sites.findLocation(id)
  return location && ((await nearestInCharge(location, deps))?.charge ?? 'nobody')
}

/** Newest first, without withdrawn ones; undefined for people without access. */
export const listProposals = async (
  { site: id, by }: { readonly site: SiteId; readonly by: Actor },
  deps: Deps,
): Promise<ProposedUse[] | undefined> => {
  if (!(await may(by, 'answer-proposals', { site: id }, deps))) return undefined
  const [lent, all] = await Promise.all([deps.sites.findSite(id), deps.proposals.listProposals(id)])
  if (!lent) return undefined
  const proposals = all.filter(({ status }) => status !== 'withdrawn')
  const holders = await deps.identities.findHolders([...new Set(proposals.map(({ holder }) => holder))])
  return proposals
    .sort((a, b) => b.createdAt - a.createdAt)
    .map((proposal) => ({ proposal, site: lent.site, holder: holders.get(proposal.holder) }))
}

type AnswerProposal = {
  readonly site: SiteId
  readonly id: ProposalId
  readonly by: Actor
  readonly accepted: boolean
  readonly note: string
}

export const answerProposal = (
  { site: siteId, id, by, ...answer }: AnswerProposal,
  deps: Deps,
): Promise<Result<ProposedUse, ProposalRefusal | { readonly kind: 'not-found' }>> =>
  retryContended(async () => {
    const [allowed, lent, stored] = await Promise.all([
      may(by, 'answer-proposals', { site: siteId }, deps),
      deps.sites.findSite(siteId),
      deps.proposals.findProposal(siteId, id),
    ])
    if (!allowed || !lent || !stored) return refuse({ kind: 'not-found' })
    const decision = decideProposal(stored.proposal, answer)
    if (!decision.ok) return decision
    const proposal = decision.value
    if (proposal !== stored.proposal && (await deps.proposals.end({ ...stored, proposal })))
      throw new ContentionError('changed')
    return ok({ proposal, site: lent.site, holder: await deps.identities.findHolder(proposal.holder) })
  })
