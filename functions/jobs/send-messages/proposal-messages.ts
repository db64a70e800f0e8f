import type { Proposal } from '../../../shared/domain/proposal.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { nearestInCharge } from '../../use-cases/nearest-in-charge.ts'
import type { Mail } from './mail.ts'
import { proposalMail } from './mails/other-mails.ts'
import { proposedMail } from './mails/staff-mails.ts'
import type { SendDependencies } from './send-dependencies.ts'

/** Nobody is told of a proposal that was answered or withdrawn before. */
const proposedMailsFor = async ({ id, site }: Proposal, deps: SendDependencies): Promise<Mail[]> => {
  const [lent, latest] = await Promise.all([deps.sites.findSite(site), deps.proposals.findProposal(site, id)])
  if (!lent || latest?.proposal.status !== 'asked') return []
  const inCharge = await nearestInCharge(lent.site, deps)
  // People in charge have left since the proposal, so the log tells operators.
  if (!inCharge) throw new UndeliverableError('nobody is in charge of what is proposed')
  return inCharge.emails.map((email) => proposedMail(email, { ...inCharge, site: lent.site }, deps.origin))
}

const answeredMailsFor = async (proposal: Proposal, deps: SendDependencies): Promise<Mail[]> => {
  const [lent, holder] = await Promise.all([
    deps.sites.findSite(proposal.site),
    deps.identities.findHolder(proposal.holder),
  ])
  if (!lent || !holder?.email) return []
  const reader = { ...holder, email: holder.email }
  return [proposalMail(reader, { proposal, site: lent.site }, deps.origin)]
}

export const proposalMailsFor = (
  { kind, proposal }: Extract<OutboxEvent, { readonly proposal: Proposal }>,
  deps: SendDependencies,
): Promise<Mail[]> =>
  kind === 'proposal-made' ? proposedMailsFor(proposal, deps) : answeredMailsFor(proposal, deps)
