import { bookingRefusals } from './booking-refusals.ts'
import { changeRefusals } from './change-refusals.ts'
import type { Refusals } from './refusals.ts'

/** Why a booking cannot go to another time. */
export const movingRefusals = { ...bookingRefusals, ...changeRefusals } as const satisfies Refusals

/** For staff, who moves it for somebody. */
export const staffMovingRefusals = {
  ...movingRefusals,
  'holder-busy': {
    title: 'La personne a déjà une réservation à cette heure',
    says: () => 'Choisissez une autre heure.',
    wayOut: 'choose',
  },
} as const satisfies Refusals
