import type { Refusals } from '../../../kit/words/fr/refusals.ts'

/** Why a booking stays as it is. */
export const changeRefusals = {
  'not-confirmed': {
    title: 'Cette réservation attend encore une réponse',
    says: () => 'Attendez la réponse, ou annulez votre demande et choisissez une autre heure.',
    remedy: 'mine',
  },
  cancelled: {
    title: 'Cette réservation est annulée',
    says: () => 'Elle ne se déplace plus : réservez à nouveau.',
    remedy: 'choose',
  },
  'already-started': {
    title: 'La réservation a déjà commencé',
    says: () => 'Elle ne se déplace plus et ne s’annule plus. Vous n’avez rien à faire.',
    remedy: 'mine',
  },
  'of-workshop': {
    title: 'Cette réservation va avec un atelier ou un rendez-vous',
    says: () =>
      'Elle ne se change pas seule. Pour une autre date ou une autre heure, désinscrivez-vous, puis réservez de nouveau.',
    remedy: 'mine',
  },
  'one-seat': {
    title: 'Cette réservation n’a qu’une place',
    says: () => 'L’autre place est déjà rendue. Pour rendre celle-ci aussi, annulez la réservation.',
    remedy: 'mine',
  },
} as const satisfies Refusals
