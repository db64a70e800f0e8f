import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { rangeWords } from '../../../kit/words/fr/time-words.ts'

const DAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

type Unstaffed = { readonly day: number | 'holiday'; readonly start: string; readonly end: string }

/** `le lundi de 8 h à 14 h et le mardi de 8 h à 9 h`. */
const unstaffedWords = (hours: unknown): string =>
  new Intl.ListFormat('fr-FR').format(
    (Array.isArray(hours) ? (hours as Unstaffed[]) : []).map(({ day, start, end }) => {
      const on = day === 'holiday' ? 'les jours fériés' : `le ${DAYS[day - 1]}`
      return `${on} ${rangeWords(start, end)}`
    }),
  )

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
