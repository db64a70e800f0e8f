import type { Refusals } from '../../../kit/words/fr/refusals.ts'

/** Why a code is not sent, or not accepted. */
export const signInRefusals = {
  'wrong-code': {
    title: 'Ce n’est pas le bon code',
    says: () => 'Recopiez celui du dernier message. Après cinq essais, demandez-en un autre.',
    remedy: 'correct',
  },
  'code-expired': {
    title: 'Ce code ne sert plus',
    says: () => 'Demandez-en un autre : il arrive tout de suite.',
    remedy: 'correct',
  },
  'too-many-codes': {
    title: 'Trop de codes demandés',
    says: () => 'Attendez une heure, puis demandez-en un autre. C’est urgent ? Appelez le 3631.',
    remedy: 'correct',
  },
} as const satisfies Refusals
