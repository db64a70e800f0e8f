import { bookingRefusals } from './booking-refusals.ts'
import type { Refusals } from './refusals.ts'

/** Why there is no seat for somebody in a workshop. */
export const seatRefusals = {
  ...bookingRefusals,
  'workshop-cancelled': {
    title: 'Cet atelier est annulé',
    says: () => 'Choisissez un autre atelier.',
    wayOut: 'search',
  },
  'already-signed-up': {
    title: 'Vous êtes déjà inscrit à cet atelier',
    says: () => 'Votre place est dans vos réservations. Vous n’avez rien d’autre à faire.',
    wayOut: 'mine',
  },
} as const satisfies Refusals
