import { marshall } from '@aws-sdk/util-dynamodb'
import type { HolderId } from '../domain/booking.ts'
import type { Instant } from '../domain/instant.ts'
import { MOST_PROPOSALS, type Proposal, type ProposalId } from '../domain/proposal.ts'
import type { SiteId } from '../domain/site.ts'
import { type Conflict, put, putNew, remove, write } from './booking-writes.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { queryHolder } from './holder-index.ts'
import { EXPIRY } from './keys.ts'
import { proposalsOfHolder } from './privacy-keys.ts'
import { proposalItem, proposalOf, type StoredProposal, storedProposalOf } from './proposal-item.ts'
import { proposalKey, proposalSlotKey, proposalSort, proposals } from './proposal-keys.ts'

/*
 | access                       | how                                                          | consistency |
 | a proposal, a free slot      | batch get: the proposal, the author's slots                  | strong      |
 | propose                      | transaction: the proposal (absent), a slot (absent)          |             |
 | the proposals for a site     | query of its partition of proposals                          | strong      |
 | answer, withdraw             | transaction: the proposal (still asked), its slot            |             |
 | what a holder has proposed   | query of the index by-holder                                 | eventual    |
*/

const SLOTS = Array.from({ length: MOST_PROPOSALS }, (_, slot) => slot)

export type ProposalStore = ReturnType<typeof proposalStore>

export const proposalStore = (table: Table) => ({
  /** What was proposed before under that identifier, and a slot that its author has left, if any. */
  readGround: async (
    site: SiteId,
    id: ProposalId,
    holder: HolderId,
  ): Promise<{ readonly existing?: StoredProposal | undefined; readonly freeSlot?: number | undefined }> => {
    const [item, ...slots] = await readItems(table, [
      proposalKey(site, id),
      ...SLOTS.map((slot) => proposalSlotKey(holder, slot)),
    ])
    return { existing: item && storedProposalOf(item), freeSlot: SLOTS.find((slot) => !slots[slot]) }
  },

  /** Answers `changed` when there is one already, or when its slot has been taken. */
  addProposal: (stored: StoredProposal): Promise<Conflict | undefined> => {
    const { holder, site, id } = stored.proposal
    const item = proposalItem(stored)
    return write(table, [
      putNew(table, item),
      putNew(table, { ...proposalSlotKey(holder, stored.slot), site, proposal: id, [EXPIRY]: item[EXPIRY] }),
    ])
  },

  listProposals: async (site: SiteId): Promise<Proposal[]> =>
    (await queryRange(table, proposals(site), { consistent: true })).map(proposalOf),

  listOf: async (holder: HolderId): Promise<Proposal[]> =>
    (await queryHolder(table, holder, proposalsOfHolder)).map(proposalOf),

  /** How many a holder has made since, counted to so many; lags by some milliseconds. */
  countSince: async (holder: HolderId, since: Instant, most: number): Promise<number> =>
    (await queryHolder(table, holder, { ...proposalsOfHolder, from: proposalSort(since), most })).length,

  findProposal: async (site: SiteId, id: ProposalId): Promise<StoredProposal | undefined> => {
    const [item] = await readItems(table, [proposalKey(site, id)])
    return item && storedProposalOf(item)
  },

  /** Answers `changed` when it was answered or withdrawn meanwhile. */
  end: (ended: StoredProposal): Promise<Conflict | undefined> => {
    const { Put } = put(table, proposalItem(ended))
    return write(table, [
      {
        Put: {
          ...Put,
          TableName: table.name,
          Item: Put?.Item ?? {},
          ConditionExpression: '#status = :asked',
          ExpressionAttributeNames: { '#status': 'status' },
          ExpressionAttributeValues: marshall({ ':asked': 'asked' }),
        },
        conflict: 'changed',
      },
      remove(table, proposalSlotKey(ended.proposal.holder, ended.slot)),
    ])
  },
})
