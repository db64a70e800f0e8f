import type { Role } from '../../../../../shared/domain/rights.ts'
import type * as fr from '../fr/invitation-message.ts'
import { textOf } from './messages.ts'

const ROLE_WORDS: Record<Role, string> = {
  agent: 'as counter staff',
  phone: 'to answer the telephone',
  mediator: 'as a digital skills adviser',
  manager: 'as a manager',
  owner: 'for the town hall, owner of the premises',
  coordinator: 'to coordinate the places',
  network: 'for the network',
  member: 'as a member',
  lead: 'as a representative',
}

const whereWords = ({ scope, place }: Parameters<typeof fr.invitationMessage>[1]): string => {
  if (scope.kind === 'departement') return ` in département ${scope.departement}`
  if (scope.kind === 'network') return ' everywhere'
  return `: ${place ?? 'a post office of the network'}`
}

export const invitationMessage: typeof fr.invitationMessage = (to, invited, link) => ({
  to,
  subject: `You are invited ${ROLE_WORDS[invited.role]}${whereWords(invited)}`,
  text: textOf(
    'Hello,',
    `You are invited ${ROLE_WORDS[invited.role]}${whereWords(invited)}.`,
    `To accept, open this page within seven days: ${link}`,
    'Do not give this link to anybody: it works only once. You were not expecting this? Do nothing.',
  ),
})
