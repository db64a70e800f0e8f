import { bookingRefusals } from '../../../availability/words/fr/booking-refusals.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayWords } from '../../../kit/words/fr/time-words.ts'

export const seatRefusals = {
  ...bookingRefusals,
  'workshop-cancelled': {
    title: 'C’est annulé',
    says: () => 'Choisissez une autre date.',
    remedy: 'search',
  },
  'newcomers-first': {
    title: 'D’abord les personnes qui découvrent',
    says: ({ openToAllFrom: from }) =>
      `Vous êtes déjà venu. ${typeof from === 'string' ? `À partir du ${dayWords(from)}` : 'Plus tard'}, les places qui restent iront à la liste d’attente, dans l’ordre.`,
    remedy: 'search',
  },
  'already-signed-up': {
    title: 'Vous êtes déjà inscrit',
    says: () => 'C’est dans vos réservations. Vous n’avez rien d’autre à faire.',
    remedy: 'mine',
  },
  'no-such-appointment': {
    title: 'Choisissez une heure de rendez-vous',
    says: () => 'Revenez à la page d’avant, et touchez une heure.',
    remedy: 'correct',
  },
} as const satisfies Refusals
