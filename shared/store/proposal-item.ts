import * as z from 'zod'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import { PROPOSAL_STATUSES, type Proposal, type ProposalId } from '../domain/proposal.ts'
import type { SiteId } from '../domain/site.ts'
import { BY_HOLDER, EXPIRY, type Hash } from './keys.ts'
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

const StoredItem = z.object({ slot: z.int().min(0), requestHash: z.string().transform((hash) => hash as Hash) })

/** `slot` is the one of its author's that it holds until it is answered. */
export type StoredProposal = { readonly proposal: Proposal; readonly slot: number; readonly requestHash: Hash }

export const proposalOf = (item: unknown): Proposal => ProposalItem.parse(item)

export const storedProposalOf = (item: unknown): StoredProposal => ({
  proposal: proposalOf(item),
  ...StoredItem.parse(item),
})

/** Two years, as everything that people write. */
const KEPT_SECONDS = 2 * 365 * 86_400

export const proposalItem = ({ proposal, slot, requestHash }: StoredProposal) => ({
  ...proposalKey(proposal.site, proposal.id),
  ...proposal,
  [BY_HOLDER.sortKey]: proposalSort(proposal.createdAt),
  slot,
  requestHash,
  [EXPIRY]: Math.floor(proposal.createdAt / 1000) + KEPT_SECONDS,
})
