import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { signInRefusals } from '../../../people/words/fr/sign-in-refusals.ts'

/** Why an account is not deleted. */
export const ownRefusals = {
  ...signInRefusals,
  'last-lead': {
    title: 'Vous représentez seul une association',
    says: () =>
      'Désignez un autre représentant sur la page de l’association, depuis « Mes réservations », puis recommencez.',
    remedy: 'mine',
  },
  'workshops-ahead': {
    title: 'Vous animez encore des ateliers ou des permanences à venir',
    says: () => 'Des personnes comptent dessus. Annulez-les ou confiez-les à un collègue, puis recommencez.',
    remedy: 'mine',
  },
} as const satisfies Refusals
