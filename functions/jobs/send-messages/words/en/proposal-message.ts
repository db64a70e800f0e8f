import type * as fr from '../fr/proposal-message.ts'
import { textOf } from './messages.ts'

export const proposalMessage: typeof fr.proposalMessage = (to, { proposal, site }, origin) => ({
  to,
  subject: `${proposal.status === 'accepted' ? 'Your idea is accepted' : 'Your idea is not accepted'}: ${site.name}`,
  text: textOf(
    'Hello,',
    `You suggested a use for ${site.name}:`,
    proposal.idea,
    proposal.status === 'accepted' ? 'Your idea is accepted.' : 'Your idea cannot be accepted.',
    ...(proposal.note ? [`The answer: ${proposal.note}`] : []),
    `See the post office: ${origin}/lieu?id=${site.id}`,
  ),
})
