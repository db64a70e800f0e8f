import type { HolderId, ProposalId, SiteId } from '../domain/ids.ts'
import type { Instant } from '../domain/instant.ts'
import { MOST_PROPOSALS, type Proposal } from '../domain/proposal.ts'
import { queryRange, readItems, type Table } from './client.ts'
import { when } from './expression.ts'
import { queryHolder } from './holder-index.ts'
import { EXPIRY } from './keys/key.ts'
import {
  proposalKey,
  proposals,
  proposalsOfHolder,
  proposalsOfHolderSince,
  proposalTicketKey,
} from './keys/proposal-keys.ts'
import { proposalItem, proposalOf, type StoredProposal, storedProposalOf } from './proposal-item.ts'
import { storeOf } from './store-of.ts'
import { type Conflict, put, putNew, remove, write } from './write.ts'

/*
 | access                    | how                                                   | read     |
 | a proposal, a free ticket | batch get: the proposal, the author's tickets         | strong   |
 | propose                   | transaction: the proposal (absent), a ticket (absent) |          |
 | the proposals for a site  | query of its partition of proposals                   | strong   |
 | answer, withdraw          | transaction: the proposal (still asked), its ticket   |          |
 | proposals of a holder     | query of the index by-holder                          | eventual |
*/

const TICKETS = Array.from({ length: MOST_PROPOSALS }, (_, ticket) => ticket)

const readFacts = async (
  table: Table,
  site: SiteId,
  id: ProposalId,
  holder: HolderId,
): Promise<{
  readonly existing?: StoredProposal | undefined
  readonly freeTicket?: number | undefined
}> => {
  const [item, ...tickets] = await readItems(table, [
    proposalKey(site, id),
    ...TICKETS.map((ticket) => proposalTicketKey(holder, ticket)),
  ])
  return {
    existing: item && storedProposalOf(item),
    freeTicket: TICKETS.find((ticket) => !tickets[ticket]),
  }
}

/** Answers `changed` when the id or the ticket is taken. */
const addProposal = (table: Table, stored: StoredProposal): Promise<Conflict | undefined> => {
  const { holder, site, id } = stored.proposal
  const item = proposalItem(stored)
  return write(table, [
    putNew(table, item),
    putNew(table, {
      ...proposalTicketKey(holder, stored.ticket),
      site,
      proposal: id,
      [EXPIRY]: item[EXPIRY],
    }),
  ])
}

const listProposals = async (table: Table, site: SiteId): Promise<Proposal[]> =>
  (await queryRange(table, proposals(site), { consistent: true })).map(proposalOf)

const listOf = async (table: Table, holder: HolderId): Promise<Proposal[]> =>
  (await queryHolder(table, holder, proposalsOfHolder)).map(proposalOf)

/** Counts up to `most`; lags by some milliseconds. */
const countSince = async (table: Table, holder: HolderId, since: Instant, most: number): Promise<number> =>
  (await queryHolder(table, holder, { ...proposalsOfHolderSince(since), most })).length

const findProposal = async (
  table: Table,
  site: SiteId,
  id: ProposalId,
): Promise<StoredProposal | undefined> => {
  const [item] = await readItems(table, [proposalKey(site, id)])
  return item && storedProposalOf(item)
}

/** Answers `changed` when it is answered or withdrawn already. */
const end = (table: Table, ended: StoredProposal): Promise<Conflict | undefined> =>
  write(table, [
    put(table, proposalItem(ended), when`#status = ${'asked'}`),
    remove(table, proposalTicketKey(ended.proposal.holder, ended.ticket)),
  ])

export type ProposalStore = ReturnType<typeof proposalStore>

export const proposalStore = (table: Table) =>
  storeOf(table, { readFacts, addProposal, listProposals, listOf, countSince, findProposal, end })
