import type { LocalDate } from '../../../../../shared/domain/local-date.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'

/** To somebody who is admitted at a place or no longer is, or whose terms change. */
export const membership = {
  member: {
    subject: (site: string): string => `Votre adhésion : ${site}`,
    you: (site: string): string => `Vous êtes maintenant membre à ${site}.`,
    they: (name: string, site: string): string => `L’association ${name} est maintenant membre à ${site}.`,
  },
  subscriber: {
    subject: (site: string): string => `Votre abonnement : ${site}`,
    you: (site: string): string => `Vous avez maintenant un abonnement à ${site}.`,
    they: (name: string, site: string): string =>
      `L’association ${name} a maintenant un abonnement à ${site}.`,
  },
  everyone: {
    subject: (site: string): string => `Votre adhésion a pris fin : ${site}`,
    you: (site: string): string => `Vous réservez maintenant comme tout le monde à ${site}.`,
    they: (name: string, site: string): string =>
      `L’association ${name} réserve maintenant comme tout le monde à ${site}.`,
  },
  lasts: 'Cela dure jusqu’à ce que le lieu y mette fin.',
  lastsUntil: (date: LocalDate): string => `Cela dure jusqu’au ${dateWords(date)} ${date.slice(0, 4)}.`,
  signIn: 'Connectez-vous pour réserver : vous verrez alors les heures ouvertes pour vous.',
  stay: 'Les réservations déjà faites restent.',
  action: 'Voir le lieu',
}
