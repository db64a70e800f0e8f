import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const hookRefusals = {
  changed: {
    title: 'Quelqu’un d’autre vient de le changer',
    says: () => 'Rechargez la page, puis recommencez s’il le faut.',
    remedy: 'again',
  },
  'address-unfit': {
    title: 'Cette adresse ne convient pas',
    says: () => 'Donnez une adresse qui commence par https://, sans mot de passe ni numéro de port.',
    remedy: 'correct',
  },
  'topic-unfit': {
    title: 'Une association n’est prévenue que de ses réservations',
    says: () => 'Décochez le reste.',
    remedy: 'correct',
  },
  'too-many-hooks': {
    title: 'Assez d’outils sont déjà prévenus',
    says: ({ most }) =>
      typeof most === 'number'
        ? `Il y en a ${most}, c’est le plus possible. Retirez-en un.`
        : 'Retirez-en un.',
    remedy: 'correct',
  },
  'too-many-trials': {
    title: 'Vous avez fait beaucoup d’essais',
    says: () => 'Attendez une heure avant d’en refaire.',
    remedy: 'again',
  },
} as const satisfies Refusals
