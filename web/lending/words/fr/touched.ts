import { dayWords, hourWords } from '../../../kit/words/fr/time-words.ts'

export const touched = {
  title: (count: number) =>
    count > 1 ? `${count} réservations ne tiennent plus` : 'Une réservation ne tient plus',
  more: (count: number) => (count > 1 ? `Et ${count} autres.` : 'Et une autre.'),
  why: {
    'outside-hours': 'en dehors des heures prêtées',
    'use-ended': 'cet usage n’est plus proposé',
    'too-many': 'il n’y a plus assez de places',
  },
  legend: 'Que deviennent-elles ?',
  answers: {
    keep: 'Elles restent comme elles sont',
    elsewhere: 'Proposer une place égale tout près, sinon annuler',
    cancel: 'Les annuler',
  },
  reason: 'Pourquoi, en quelques mots',
  reasonHint: 'Chacun le lira dans le message qui le prévient.',
  missing: 'Dites ce qu’elles deviennent.',
  reasonMissing: 'Dites pourquoi : chacun le lira.',
  line: (date: string, start: string, end: string) =>
    `${dayWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`,
} as const
