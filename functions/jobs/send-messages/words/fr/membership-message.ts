import type { Membership } from '../../../../../shared/domain/public.ts'
import type { Site } from '../../../../../shared/domain/site.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { type Message, textOf } from './messages.ts'

type ChangedMembership = {
  readonly membership: Membership | undefined
  readonly site: Site
  readonly association?: string | undefined
}

const SAYS = {
  member: {
    subject: 'Votre adhésion',
    you: 'Vous êtes maintenant membre à',
    they: 'est maintenant membre à',
  },
  subscriber: {
    subject: 'Votre abonnement',
    you: 'Vous avez maintenant un abonnement à',
    they: 'a maintenant un abonnement à',
  },
  everyone: {
    subject: 'Votre adhésion a pris fin',
    you: 'Vous réservez maintenant comme tout le monde à',
    they: 'réserve maintenant comme tout le monde à',
  },
} as const

const lastsWords = ({ until }: Membership): string =>
  until === undefined
    ? 'Cela dure jusqu’à ce que le lieu y mette fin.'
    : `Cela dure jusqu’au ${dateWords(until)} ${until.slice(0, 4)}.`

/** To somebody who is admitted at a place or no longer is, or whose terms change. */
export const membershipMessage = (
  to: string,
  { membership, site, association }: ChangedMembership,
  origin: string,
): Message => {
  const { subject, you, they } = SAYS[membership?.public ?? 'everyone']
  const what = association ? `L’association ${association} ${they}` : you
  return {
    to,
    subject: `${subject} : ${site.name}`,
    text: textOf(
      'Bonjour,',
      `${what} ${site.name}.`,
      ...(membership
        ? [
            lastsWords(membership),
            'Connectez-vous pour réserver : vous verrez alors les heures ouvertes pour vous.',
          ]
        : ['Les réservations déjà faites restent.']),
      `Voir le lieu : ${origin}/lieu?id=${site.id}`,
    ),
  }
}
