import type { Refusals } from './refusals.ts'

/** Why a wait cannot be ended. */
export const waitRefusals = {
  'not-waiting': {
    title: 'Vous n’attendez plus',
    says: ({ waitStatus }) =>
      waitStatus === 'offered'
        ? 'Une place vous est gardée. Voyez-la dans vos réservations : prenez-la, ou rendez-la.'
        : 'Ce que vous attendiez est annulé.',
    wayOut: 'mine',
  },
} as const satisfies Refusals
