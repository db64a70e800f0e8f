import type { Membership } from '../../../../../shared/domain/public.ts'
import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/membership-message.ts'
import { textOf } from './messages.ts'

const ROLES = { member: 'a member', subscriber: 'a subscriber', everyone: '' } as const

const SUBJECTS = {
  member: 'Your membership',
  subscriber: 'Your subscription',
  everyone: 'Your membership has ended',
} as const

const lastsWords = ({ until }: Membership): string =>
  until === undefined
    ? 'It lasts until the place ends it.'
    : `It lasts until ${dateWords(until)} ${until.slice(0, 4)}.`

export const membershipMessage: typeof fr.membershipMessage = (
  to,
  { membership, site, association },
  origin,
) => {
  const who = association && `The association ${association}`
  const says = membership
    ? [
        `${who ? `${who} is` : 'You are'} now ${ROLES[membership.public]} at ${site.name}.`,
        lastsWords(membership),
        'Sign in to book: you will then see the hours that are open to you.',
      ]
    : [
        `${who ? `${who} now books` : 'You now book'} like everyone at ${site.name}.`,
        'Bookings already made stay.',
      ]
  return {
    to,
    subject: `${SUBJECTS[membership?.public ?? 'everyone']}: ${site.name}`,
    text: textOf('Hello,', ...says, `See the place: ${origin}/lieu?id=${site.id}`),
  }
}
