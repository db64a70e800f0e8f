import type { Refusals } from './refusals.ts'

const part = {
  title: 'Cette salle ne peut pas se diviser ainsi',
  says: () => 'Choisissez des espaces du lieu, chacun une fois.',
  wayOut: 'correct',
} as const

/** Why a space cannot be lent so. */
export const lendingRefusals = {
  changed: {
    title: 'Quelqu’un d’autre vient de changer cet espace',
    says: () => 'Relisez-le, puis refaites votre changement.',
    wayOut: 'again',
  },
  'touches-bookings': {
    title: 'Des réservations ne tiennent plus',
    says: () => 'Dites ci-dessous ce qu’elles deviennent.',
    wayOut: 'correct',
  },
  past: { title: 'Ce jour est passé', says: () => 'Choisissez aujourd’hui ou un jour à venir.', wayOut: 'correct' },
  'too-many-spaces': {
    title: 'Ce lieu a déjà beaucoup d’espaces',
    says: () => 'Changez-en un plutôt.',
    wayOut: 'correct',
  },
  'unknown-part': part,
  'divided-part': part,
  'repeated-part': part,
  'common-part': {
    title: 'Deux salles réunissent le même espace',
    says: () => 'Ne faites réserver l’une et l’autre qu’en salle entière, ou réunissez des espaces différents.',
    wayOut: 'correct',
  },
  'too-small': {
    title: 'La salle a moins de places que ses parties',
    says: ({ leastCapacity }) =>
      typeof leastCapacity === 'number' ? `Donnez-lui au moins ${leastCapacity} places.` : 'Donnez-lui plus de places.',
    wayOut: 'correct',
  },
} as const satisfies Refusals
