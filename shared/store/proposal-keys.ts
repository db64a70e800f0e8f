import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import type { ProposalId } from '../domain/proposal.ts'
import type { SiteId } from '../domain/site.ts'
import { holderPartition, type Key, sortable } from './keys.ts'

/** A partition of its own, by site: those for one site are read together, and the stream tells them from all else. */
export const proposalKey = (site: SiteId, id: ProposalId): Key => ({ pk: `PROPOSAL#${site}`, sk: id })
export const proposals = (site: SiteId) => ({ pk: `PROPOSAL#${site}`, from: '0', to: '~' })
/** One of the few proposals that a holder may have without an answer. */
export const proposalSlotKey = (holder: HolderId, slot: number): Key => ({
  pk: holderPartition(holder),
  sk: `PROPOSING#${slot}`,
})
/** How the proposals of a holder are sorted, apart from the bookings. */
export const proposalSort = (createdAt: Instant): string => `PROPOSAL#${sortable(createdAt)}`
