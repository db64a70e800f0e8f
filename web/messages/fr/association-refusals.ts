import type { Refusals } from './refusals.ts'

/** Why nobody joins or leaves an association. */
export const associationRefusals = {
  'association-known': {
    title: 'Cette association est déjà inscrite ici',
    says: () =>
      'Demandez une invitation à qui la représente. Si personne ne sait qui c’est, adressez-vous au bureau de poste.',
    wayOut: 'correct',
  },
  'too-many-associations': {
    title: 'Vous êtes déjà dans vingt associations',
    says: () => 'Quittez-en une d’abord.',
    wayOut: 'correct',
  },
  'last-lead': {
    title: 'L’association a besoin de quelqu’un qui la représente',
    says: () => 'Donnez d’abord ce rôle à une autre personne.',
    wayOut: 'correct',
  },
} as const satisfies Refusals
