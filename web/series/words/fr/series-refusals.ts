import { movingRefusals } from '../../../booking/words/fr/moving-refusals.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'

/** Why a series, or one of its dates, cannot be booked. */
export const seriesRefusals = {
  ...movingRefusals,
  'series-refused': {
    title: 'Rien n’a été réservé',
    says: () => 'Ces dates viennent d’être prises, ou ne sont plus possibles. Voici ce qui reste.',
    remedy: 'correct',
  },
  'no-date': {
    title: 'Il n’y a aucune date',
    says: () => 'Choisissez une fin plus tardive.',
    remedy: 'correct',
  },
  'too-many-dates': {
    title: 'Il y a trop de dates',
    says: ({ most }) =>
      typeof most === 'number' ? `On en réserve ${most} au plus.` : 'Choisissez une fin plus proche.',
    remedy: 'correct',
  },
} as const satisfies Refusals
