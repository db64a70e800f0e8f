import { conditionsRefusals } from './conditions-refusals.ts'
import type { Refusals } from './refusals.ts'
import { quotaWords } from './rule-words.ts'
import { timeRefusals } from './time-refusals.ts'

/** Why a time cannot be booked by who asks for it. */
export const bookingRefusals = {
  ...conditionsRefusals,
  ...timeRefusals,
  'signed-out': {
    title: 'Vous n’êtes plus connecté',
    says: () => 'Votre choix est gardé. Demandez un code pour finir.',
    wayOut: 'sign-in',
  },
  'quota-reached': {
    title: 'Vous avez atteint la limite de ce lieu',
    says: (problem) => quotaWords(problem),
    wayOut: 'mine',
  },
} as const satisfies Refusals
