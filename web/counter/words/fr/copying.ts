import { bookingRefusals } from '../../../availability/words/fr/booking-refusals.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

export const copying = {
  page: 'Copier cette semaine',
  title: (from: string, to: string) => `Copier la semaine du ${from} au ${to}`,
  lead: 'Les mêmes personnes, aux mêmes jours et aux mêmes heures. Rien n’est réservé avant que vous l’ayez vu.',
  what: 'Ce qui est copié',
  nothing: 'Il n’y a rien à copier dans ces sept jours : ni réservation faite au guichet, ni salle entière.',
  weeks: 'Jusqu’à quand',
  weekOptions: (count: number) => (count > 1 ? `les ${count} semaines qui suivent` : 'la semaine qui suit'),
  check: 'Voir ce qui est possible',
  none: 'Cochez au moins une réservation.',
  checking: 'Nous regardons ce qui est libre…',
  possible: (count: number) =>
    count > 1
      ? `${count} dates sont possibles`
      : count === 1
        ? 'Une date est possible'
        : 'Aucune date n’est possible',
  copy: (count: number) => (count > 1 ? `Réserver ces ${count} dates` : 'Réserver cette date'),
  change: 'Changer quelque chose',
  working: 'Nous réservons…',
  booked: (count: number) =>
    count > 1 ? `${count} dates réservées` : count === 1 ? 'Une date réservée' : 'Aucune date réservée',
  refused: (count: number) =>
    count > 1 ? `${count} dates ne sont pas possibles` : 'Une date n’est pas possible',
  asked: 'demande envoyée, à accepter',
  free: 'possible',
  done: 'réservée',
  gone: 'n’est plus là, ou n’est pas à copier',
} as const

export const copyRefusals = {
  ...bookingRefusals,
  'not-found': actNotAllowed,
  cancelled: { title: 'La réservation d’origine est annulée', says: () => '', remedy: 'correct' },
  'not-confirmed': { title: 'La demande d’origine attend encore', says: () => '', remedy: 'correct' },
  'holder-busy': {
    title: 'La personne a déjà une réservation à cette heure',
    says: () => '',
    remedy: 'correct',
  },
} as const satisfies Refusals
