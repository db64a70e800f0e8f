import type { Proposal } from '../../../shared/domain/proposal.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { nearestInCharge } from '../../inventory/nearest-in-charge.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { type Message, proposalMessage, proposedMessage } from './messages.ts'
import type { SendDependencies } from './send-message.ts'

/** To those in charge of a site, unless it was answered or withdrawn meanwhile. */
const proposedMessagesFor = async ({ id, site }: Proposal, deps: SendDependencies): Promise<Message[]> => {
  const [lent, latest] = await Promise.all([deps.sites.findSite(site), deps.proposals.findProposal(site, id)])
  if (!lent || latest?.proposal.status !== 'asked') return []
  const inCharge = await nearestInCharge(lent.site, deps)
  // Those who were in charge when it was made are so no longer: it is said in the log.
  if (!inCharge) throw new UndeliverableError('nobody is in charge of what is proposed')
  return inCharge.emails.map((email) => proposedMessage(email, { ...inCharge, site: lent.site }, deps.origin))
}

/** To who proposed a use, once it is answered. */
const answeredMessagesFor = async (proposal: Proposal, deps: SendDependencies): Promise<Message[]> => {
  const [lent, holder] = await Promise.all([
    deps.sites.findSite(proposal.site),
    deps.identities.findHolder(proposal.holder),
  ])
  return lent && holder?.email ? [proposalMessage(holder.email, { proposal, site: lent.site }, deps.origin)] : []
}

export const proposalMessagesFor = (
  { kind, proposal }: Extract<OutboxEvent, { readonly proposal: Proposal }>,
  deps: SendDependencies,
): Promise<Message[]> =>
  kind === 'proposal-made' ? proposedMessagesFor(proposal, deps) : answeredMessagesFor(proposal, deps)
