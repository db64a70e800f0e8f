import type { Refusal } from '../../../kit/words/fr/refusals.ts'

/** Why nobody takes its last lead from an association. */
export const lastLead = {
  title: 'L’association a besoin de quelqu’un qui la représente',
  says: () => 'Donnez d’abord ce rôle à une autre personne.',
  remedy: 'correct',
} as const satisfies Refusal
