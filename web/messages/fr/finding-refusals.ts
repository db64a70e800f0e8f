import { answerRefusals } from './answer-refusals.ts'
import { inPlace } from './counter-refusals.ts'
import type { Refusals } from './refusals.ts'

/** Why an arrival cannot be noted, or a booking not cancelled. */
export const findingRefusals = inPlace({
  ...answerRefusals,
  'own-attendance': {
    title: 'C’est votre propre réservation',
    says: () => 'Demandez à un collègue de noter votre arrivée.',
    wayOut: 'correct',
  },
  'not-started': {
    title: 'Elle n’a pas encore commencé',
    says: () => 'Notez l’arrivée à partir de l’heure de début.',
    wayOut: 'correct',
  },
} satisfies Refusals)
