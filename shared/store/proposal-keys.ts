import type { HolderId, ProposalId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { holderPartition, type Key, sortable } from './keys.ts'

/** A partition of its own, by site: those for one site are read together, and the stream tells them from all else. */
export const proposalKey = (site: SiteId, id: ProposalId): Key => ({ pk: `PROPOSAL#${site}`, sk: id })
export const proposals = (site: SiteId) => ({ pk: `PROPOSAL#${site}`, from: '0', to: '~' })
/** One of the few proposals that a holder may have without an answer. */
export const proposalTicketKey = (holder: HolderId, ticket: number): Key => ({
  pk: holderPartition(holder),
  sk: `PROPOSAL-TICKET#${ticket}`,
})
/** How the proposals of a holder are sorted, apart from the bookings. */
export const proposalSort = (createdAt: Instant): string => `PROPOSAL#${sortable(createdAt)}`
