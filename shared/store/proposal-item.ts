import * as z from 'zod'
import type { Hash, HolderId, ProposalId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { PROPOSAL_STATUSES, type Proposal } from '../domain/proposal.ts'
import { BY_HOLDER, EXPIRY } from './keys.ts'
import { proposalKey, proposalSort } from './proposal-keys.ts'

const ProposalItem = z.object({
  id: z.string().transform((id) => id as ProposalId),
  site: z.string().transform((id) => id as SiteId),
  holder: z.string().transform((id) => id as HolderId),
  idea: z.string(),
  audience: z.string(),
  times: z.string(),
  status: z.enum(PROPOSAL_STATUSES),
  note: z.string().exactOptional(),
  createdAt: z.number().transform((at) => at as Instant),
})

const StoredItem = z.object({
  ticket: z.int().min(0),
  requestHash: z.string().transform((hash) => hash as Hash),
})

/** `ticket` is the one of its author's that it holds until it is answered. */
export type StoredProposal = {
  readonly proposal: Proposal
  readonly ticket: number
  readonly requestHash: Hash
}

export const proposalOf = (item: unknown): Proposal => ProposalItem.parse(item)

export const storedProposalOf = (item: unknown): StoredProposal => ({
  proposal: proposalOf(item),
  ...StoredItem.parse(item),
})

/** Two years, as everything that people write. */
const KEPT_SECONDS = 2 * 365 * 86_400

export const proposalItem = ({ proposal, ticket, requestHash }: StoredProposal) => ({
  ...proposalKey(proposal.site, proposal.id),
  ...proposal,
  [BY_HOLDER.sortKey]: proposalSort(proposal.createdAt),
  ticket,
  requestHash,
  [EXPIRY]: Math.floor(proposal.createdAt / 1000) + KEPT_SECONDS,
})
