import type { HolderId, ProposalId, SiteId } from './ids.ts'
import type { Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'

export const PROPOSAL_STATUSES = ['asked', 'accepted', 'declined', 'withdrawn'] as const
export type ProposalStatus = (typeof PROPOSAL_STATUSES)[number]

/** Without an answer, one person has so many at the most. */
export const MOST_PROPOSALS = 3

/** Withdrawn ones included: whoever they go to is written to of each. */
export const MOST_PROPOSALS_A_DAY = 10

/** A use that somebody would have for a site: what, for whom and when in their words; `note` is the answer in others'. */
export type Proposal = {
  readonly id: ProposalId
  readonly site: SiteId
  readonly holder: HolderId
  readonly idea: string
  readonly audience: string
  readonly times: string
  readonly status: ProposalStatus
  readonly note?: string | undefined
  readonly createdAt: Instant
}

export type ProposalRefusal =
  | { readonly kind: 'too-many-proposals' | 'too-many-proposals-today'; readonly most: number }
  | { readonly kind: 'nobody-in-charge' }
  | { readonly kind: 'changed' }

/** A proposal is answered once; the same answer again changes nothing. */
export const decideProposal = (
  proposal: Proposal,
  { accepted, note }: { readonly accepted: boolean; readonly note: string },
): Result<Proposal, ProposalRefusal> => {
  const status = accepted ? 'accepted' : 'declined'
  if (proposal.status === 'asked') return ok({ ...proposal, status, note })
  return proposal.status === status && proposal.note === note ? ok(proposal) : refuse({ kind: 'changed' })
}

/** Who proposed it takes it back as long as nobody has answered; again changes nothing. */
export const withdrawProposal = (proposal: Proposal): Result<Proposal, ProposalRefusal> => {
  if (proposal.status === 'withdrawn') return ok(proposal)
  return proposal.status === 'asked' ? ok({ ...proposal, status: 'withdrawn' }) : refuse({ kind: 'changed' })
}
