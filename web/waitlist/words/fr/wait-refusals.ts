import type { Refusals } from '../../../kit/words/fr/refusals.ts'

/** Why a wait cannot be ended. */
export const waitRefusals = {
  'not-waiting': {
    title: 'Vous n’attendez plus',
    says: ({ waitStatus }) =>
      waitStatus === 'ended' || waitStatus === 'left'
        ? 'Ce que vous attendiez est annulé.'
        : 'Une place vous a été proposée. Voyez dans vos réservations ce qu’elle est devenue.',
    remedy: 'mine',
  },
} as const satisfies Refusals
