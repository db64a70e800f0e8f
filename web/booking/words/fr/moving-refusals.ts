import { bookingRefusals } from '../../../availability/words/fr/booking-refusals.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { changeRefusals } from './change-refusals.ts'

/** Why a booking cannot go to another time. */
export const movingRefusals = { ...bookingRefusals, ...changeRefusals } as const satisfies Refusals

/** For staff that moves a booking for somebody. */
export const staffMovingRefusals = {
  ...movingRefusals,
  'holder-busy': {
    title: 'La personne a déjà une réservation à cette heure',
    says: () => 'Choisissez une autre heure.',
    remedy: 'choose',
  },
} as const satisfies Refusals
