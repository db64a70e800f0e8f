import { movingRefusals } from './moving-refusals.ts'
import type { Refusals } from './refusals.ts'

/** Why a series, or one of its dates, cannot be booked. */
export const seriesRefusals = {
  ...movingRefusals,
  'series-refused': {
    title: 'Rien n’a été réservé',
    says: () => 'Une date au moins n’est pas possible.',
    wayOut: 'correct',
  },
  'no-date': { title: 'Il n’y a aucune date', says: () => 'Choisissez une fin plus tardive.', wayOut: 'correct' },
  'too-many-dates': {
    title: 'Il y a trop de dates',
    says: ({ most }) =>
      typeof most === 'number' ? `On en réserve ${most} au plus.` : 'Choisissez une fin plus proche.',
    wayOut: 'correct',
  },
} as const satisfies Refusals
