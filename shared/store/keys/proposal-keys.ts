import type { HolderId, ProposalId, SiteId } from '../../domain/ids.ts'
import type { Instant } from '../../domain/instant.ts'
import { ofHolder } from './holder-keys.ts'
import { beginningWith, EVERYTHING, type Key, type PartitionRange, type SortRange, sortable } from './key.ts'

export const PROPOSALS = 'PROPOSAL#'

/** A partition by site: those for one site are read together, and the stream tells them from all else. */
export const proposalKey = (site: SiteId, id: ProposalId): Key => ({ pk: `${PROPOSALS}${site}`, sk: id })
export const proposals = (site: SiteId): PartitionRange => ({ pk: `${PROPOSALS}${site}`, ...EVERYTHING })

/** One of the few proposals that a holder may have without an answer. */
export const proposalTicketKey = (holder: HolderId, ticket: number): Key =>
  ofHolder(holder, `PROPOSAL-TICKET#${ticket}`)

/** In the index by-holder. */
export const proposalSort = (createdAt: Instant): string => `${PROPOSALS}${sortable(createdAt)}`
export const proposalsOfHolder = beginningWith(PROPOSALS)
export const proposalsOfHolderSince = (since: Instant): SortRange =>
  beginningWith(proposalSort(since), PROPOSALS)
