import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayAndYearWords } from '../../../kit/words/fr/time-words.ts'
import { unstaffedWords } from './unstaffed-words.ts'

const part = {
  title: 'Cette salle ne peut pas se diviser ainsi',
  says: () => 'Choisissez des espaces du lieu, chacun une fois.',
  remedy: 'correct',
} as const

/** Why a space cannot be lent so. */
export const lendingRefusals = {
  changed: {
    title: 'Quelqu’un d’autre vient de changer cet espace',
    says: () => 'Relisez-le, puis refaites votre changement.',
    remedy: 'again',
  },
  'touches-bookings': {
    title: 'Des réservations ne tiennent plus',
    says: () => 'Dites ci-dessous ce qu’elles deviennent.',
    remedy: 'correct',
  },
  past: {
    title: 'Ce jour est passé',
    says: () => 'Choisissez aujourd’hui ou un jour à venir.',
    remedy: 'correct',
  },
  'owner-disagrees': {
    title: 'Le propriétaire des locaux n’est pas d’accord',
    says: ({ until }) =>
      typeof until === 'string'
        ? `Il accepte ce prêt jusqu’au ${dayAndYearWords(until)} compris. Voyez avec lui, sur la page « Les locaux ».`
        : 'Voyez avec lui, sur la page « Les locaux ».',
    remedy: 'correct',
  },
  'too-many-spaces': {
    title: 'Ce lieu a déjà beaucoup d’espaces',
    says: () => 'Changez-en un plutôt.',
    remedy: 'correct',
  },
  unstaffed: {
    title: 'À certaines heures, aucun agent n’est là pour ouvrir',
    says: ({ hours }) =>
      `Le guichet est fermé ${unstaffedWords(hours)}. Prêtez l’espace quand le guichet est ouvert, ou choisissez une autre façon d’entrer : une clé, un code, quelqu’un qui vient ouvrir.`,
    remedy: 'correct',
  },
  'unknown-part': part,
  'divided-part': part,
  'repeated-part': part,
  'common-part': {
    title: 'Deux salles réunissent le même espace',
    says: () =>
      'Ne faites réserver l’une et l’autre qu’en salle entière, ou réunissez des espaces différents.',
    remedy: 'correct',
  },
  'too-small': {
    title: 'La salle a moins de places que ses parties',
    says: ({ leastCapacity }) =>
      typeof leastCapacity === 'number'
        ? `Donnez-lui au moins ${leastCapacity} places.`
        : 'Donnez-lui plus de places.',
    remedy: 'correct',
  },
} as const satisfies Refusals
