import type { Refusals } from './refusals.ts'

/** Why a wait cannot be ended. */
export const waitRefusals = {
  'not-waiting': {
    title: 'Une place vous est gardée',
    says: () => 'Voyez-la dans vos réservations : prenez-la, ou rendez-la.',
    wayOut: 'mine',
  },
} as const satisfies Refusals
