import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { lastLead } from '../../../rights/words/fr/last-lead.ts'

/** Why a membership stays as it is. */
export const associationRefusals = {
  'association-known': {
    title: 'Cette association est déjà inscrite ici',
    says: () =>
      'Demandez une invitation à qui la représente. Si personne ne sait qui c’est, adressez-vous au bureau de poste.',
    remedy: 'correct',
  },
  'too-many-associations': {
    title: 'Vous êtes déjà dans vingt associations',
    says: () => 'Quittez-en une d’abord.',
    remedy: 'correct',
  },
  'last-lead': lastLead,
} as const satisfies Refusals
