import { bookingRefusals } from '../../../availability/words/fr/booking-refusals.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const seatRefusals = {
  ...bookingRefusals,
  'workshop-cancelled': {
    title: 'Cet atelier est annulé',
    says: () => 'Choisissez un autre atelier.',
    remedy: 'search',
  },
  'already-signed-up': {
    title: 'Vous êtes déjà inscrit à cet atelier',
    says: () => 'Votre place est dans vos réservations. Vous n’avez rien d’autre à faire.',
    remedy: 'mine',
  },
} as const satisfies Refusals
