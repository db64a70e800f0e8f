import type { Proposal } from '../../../../../shared/domain/proposal.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import { type Message, textOf } from './messages.ts'

/** Told to the author of a proposal, once it is answered. */
export const proposalMessage = (
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
