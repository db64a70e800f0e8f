import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { dayWords, momentWords } from '../../../kit/words/fr/time-words.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

export const keys = {
  page: 'Les clés',
  title: 'Les clés',
  lead: 'Notez chaque clé que vous remettez, et son retour.',
  overdue: 'En retard',
  out: 'Remises, pas encore rendues',
  kept: 'À remettre cette semaine',
  none: 'Aucune clé dehors, et aucune à remettre dans les sept jours qui viennent.',
  noKeys: 'Aucun espace de ce lieu ne s’ouvre avec une clé.',
  since: (moment: string, today: string) => `Attendue depuis : ${momentWords(moment, today)}.`,
  until: (moment: string, today: string) => `À rendre avant : ${momentWords(moment, today)}.`,
  reference: (reference: string) => `Réservation ${reference}`,
  moved: (space: string) =>
    `La réservation est maintenant dans : ${space}. Reprenez cette clé avant d’en remettre une autre.`,
  hand: 'Remettre la clé',
  back: 'Reprendre la clé',
  of: (whose: string, date: string, today: string) => ` : ${whose}, ${dayWords(date, today)}`,
  handed: (whose: string) => `C’est noté : la clé est remise à ${whose}.`,
  returned: (whose: string) => `C’est noté : ${whose} a rendu la clé.`,
  handedFor: (reference: string) => `C’est noté : la clé est remise pour la réservation ${reference}.`,
  returnedFor: (reference: string) => `C’est noté : la clé de la réservation ${reference} est rendue.`,
} as const

export const keyRefusals = {
  'not-found': actNotAllowed,
  'other-key-out': {
    title: 'Une autre clé est encore dehors',
    says: () =>
      'La réservation a changé d’espace. Reprenez d’abord la clé déjà remise, puis remettez l’autre.',
    remedy: 'choose',
  },
  'key-not-needed': {
    title: 'Il n’y a plus de clé à remettre',
    says: () => 'Rien n’a été noté : cette réservation est finie, annulée, ou ne s’ouvre plus avec une clé.',
    remedy: 'choose',
  },
} as const satisfies Refusals
