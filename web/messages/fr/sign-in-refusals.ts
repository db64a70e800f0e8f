import type { Refusals } from './refusals.ts'

/** Why a code is not sent, or not accepted. */
export const signInRefusals = {
  'wrong-code': {
    title: 'Ce n’est pas le bon code',
    says: () => 'Recopiez celui du dernier message. Après cinq essais, demandez-en un autre.',
    wayOut: 'correct',
  },
  'code-expired': {
    title: 'Ce code ne sert plus',
    says: () => 'Demandez-en un autre : il arrive tout de suite.',
    wayOut: 'correct',
  },
  'too-many-codes': {
    title: 'Trop de codes demandés',
    says: () => 'Attendez une heure, puis demandez-en un autre. C’est urgent ? Appelez le 3631.',
    wayOut: 'correct',
  },
} as const satisfies Refusals
