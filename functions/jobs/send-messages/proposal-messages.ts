import type { Proposal } from '../../../shared/domain/proposal.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { nearestInCharge } from '../../use-cases/nearest-in-charge.ts'
import type { SendDependencies } from './send-dependencies.ts'
import type { Message } from './words/fr/messages.ts'
import { proposedMessage } from './words/fr/proposed-message.ts'
import { messagesIn } from './words/messages-in.ts'

/** Nobody is told of a proposal that was answered or withdrawn before. */
const proposedMessagesFor = async ({ id, site }: Proposal, deps: SendDependencies): Promise<Message[]> => {
  const [lent, latest] = await Promise.all([deps.sites.findSite(site), deps.proposals.findProposal(site, id)])
  if (!lent || latest?.proposal.status !== 'asked') return []
  const inCharge = await nearestInCharge(lent.site, deps)
  // People in charge have left since the proposal, so the log tells operators.
  if (!inCharge) throw new UndeliverableError('nobody is in charge of what is proposed')
  return inCharge.emails.map((email) => proposedMessage(email, { ...inCharge, site: lent.site }, deps.origin))
}

const answeredMessagesFor = async (proposal: Proposal, deps: SendDependencies): Promise<Message[]> => {
  const [lent, holder] = await Promise.all([
    deps.sites.findSite(proposal.site),
    deps.identities.findHolder(proposal.holder),
  ])
  if (!lent || !holder?.email) return []
  const { proposalMessage, pages } = messagesIn(holder, deps.origin)
  return [proposalMessage(holder.email, { proposal, site: lent.site }, pages)]
}

export const proposalMessagesFor = (
  { kind, proposal }: Extract<OutboxEvent, { readonly proposal: Proposal }>,
  deps: SendDependencies,
): Promise<Message[]> =>
  kind === 'proposal-made' ? proposedMessagesFor(proposal, deps) : answeredMessagesFor(proposal, deps)
