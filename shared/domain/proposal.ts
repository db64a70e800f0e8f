import type { HolderId, ProposalId, SiteId } from './ids.ts'
import type { Instant } from './instant.ts'
import { ok, type Result, refuse } from './result.ts'

export const PROPOSAL_STATUSES = ['asked', 'accepted', 'declined', 'withdrawn'] as const
type ProposalStatus = (typeof PROPOSAL_STATUSES)[number]

/** Counts unanswered ones of a person. */
export const MOST_PROPOSALS = 3

/** Counts withdrawn ones as well: each one sends a message. */
export const MOST_PROPOSALS_A_DAY = 10

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

export const decideProposal = (
  proposal: Proposal,
  { accepted, note }: { readonly accepted: boolean; readonly note: string },
): Result<Proposal, ProposalRefusal> => {
  const status = accepted ? 'accepted' : 'declined'
  if (proposal.status === 'asked') return ok({ ...proposal, status, note })
  return proposal.status === status && proposal.note === note ? ok(proposal) : refuse({ kind: 'changed' })
}

export const withdrawProposal = (proposal: Proposal): Result<Proposal, ProposalRefusal> => {
  if (proposal.status === 'withdrawn') return ok(proposal)
  return proposal.status === 'asked' ? ok({ ...proposal, status: 'withdrawn' }) : refuse({ kind: 'changed' })
}
