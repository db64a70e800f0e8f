import type { Proposal } from '../../../shared/domain/proposal.ts'
import type { Charge } from '../../../shared/domain/rights.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { UndeliverableError } from '../../invocation/each-record.ts'
import { nearestInCharge } from '../../use-cases/nearest-in-charge.ts'

import { type Message, textOf } from './messages.ts'
import type { SendDependencies } from './send-dependencies.ts'

const WHY_YOU: Record<Charge, string> = {
  site: 'Vous recevez ce message parce que vous êtes responsable de ce lieu.',
  office: 'Ce lieu n’a pas de responsable. Vous recevez ce message parce qu’il dépend de votre bureau.',
  departement:
    'Ce lieu n’a pas de responsable. Vous recevez ce message parce que vous l’êtes pour son département.',
  network:
    'Ce lieu n’a pas de responsable, son département non plus. Vous recevez ce message pour le réseau.',
}

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
  return lent && holder?.email
    ? [proposalMessage(holder.email, { proposal, site: lent.site }, deps.origin)]
    : []
}

export const proposalMessagesFor = (
  { kind, proposal }: Extract<OutboxEvent, { readonly proposal: Proposal }>,
  deps: SendDependencies,
): Promise<Message[]> =>
  kind === 'proposal-made' ? proposedMessagesFor(proposal, deps) : answeredMessagesFor(proposal, deps)

const proposalMessage = (
  to: string,
  { proposal, site }: { readonly proposal: Proposal; readonly site: Site },
  origin: string,
): Message => ({
  to,
  subject: `${proposal.status === 'accepted' ? 'Votre idée est retenue' : 'Votre idée n’est pas retenue'} : ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Vous aviez proposé un usage pour ${site.name} :`,
    proposal.idea,
    proposal.status === 'accepted' ? 'Votre idée est retenue.' : 'Votre idée ne peut pas être retenue.',
    ...(proposal.note ? [`La réponse : ${proposal.note}`] : []),
    `Voir le lieu : ${origin}/lieu?id=${site.id}`,
  ),
})

/** The message names neither use nor author: people in charge read them after signing in. */
const proposedMessage = (
  to: string,
  { site, charge }: { readonly site: Site; readonly charge: Charge },
  origin: string,
): Message => ({
  to,
  subject: `Une idée pour ${site.name}`,
  text: textOf(
    'Bonjour,',
    `Quelqu’un propose un usage pour ${site.name}.`,
    `Lire son idée et lui répondre : ${origin}/idees?lieu=${site.id}`,
    WHY_YOU[charge],
  ),
})
