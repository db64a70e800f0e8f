import * as z from 'zod'
import type { Hash, HolderId, ProposalId, SiteId } from '../domain/ids.ts'
import { PROPOSAL_STATUSES, type Proposal } from '../domain/proposal.ts'
import { branded, InstantItem } from './branded.ts'
import { EXPIRY } from './keys/key.ts'
import { proposalKey, proposalSort } from './keys/proposal-keys.ts'

const ProposalItem = z.object({
  id: branded<ProposalId>(),
  site: branded<SiteId>(),
  holder: branded<HolderId>(),
  idea: z.string(),
  audience: z.string(),
  times: z.string(),
  status: z.enum(PROPOSAL_STATUSES),
  note: z.string().exactOptional(),
  createdAt: InstantItem,
})

const StoredItem = z.object({
  ticket: z.int().min(0),
  requestHash: branded<Hash>(),
})

/** `ticket` limits the author's open proposals: it is held until the answer. */
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

const KEPT_SECONDS = 2 * 365 * 86_400

export const proposalItem = ({ proposal, ticket, requestHash }: StoredProposal) => ({
  ...proposalKey(proposal.site, proposal.id),
  ...proposal,
  startsLocal: proposalSort(proposal.createdAt),
  ticket,
  requestHash,
  [EXPIRY]: Math.floor(proposal.createdAt / 1000) + KEPT_SECONDS,
})
