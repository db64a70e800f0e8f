import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { conditionsRefusals } from './conditions-refusals.ts'
import { quotaWords } from './rule-words.ts'
import { timeRefusals } from './time-refusals.ts'

/** Why people cannot book a time for themselves. */
export const bookingRefusals = {
  ...conditionsRefusals,
  ...timeRefusals,
  'quota-reached': {
    title: 'Vous avez atteint la limite de ce lieu',
    says: (problem) => quotaWords(problem),
    remedy: 'mine',
  },
  'holder-busy': {
    title: 'Vous avez déjà une réservation à cette heure',
    says: () => 'Annulez-la d’abord, ou choisissez une autre heure.',
    remedy: 'mine',
  },
} as const satisfies Refusals
