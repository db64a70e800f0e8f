import { dayWords, rangeWords } from '../../../kit/words/fr/time-words.ts'
import type { SetUp } from '../../set-up.ts'

const WEEKDAYS = ['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche'] as const

const daysWords = (weekdays: readonly number[]): string => {
  const days = [...weekdays].sort()
  if (days.length === 7) return 'tous les jours'
  if (days.join() === '1,2,3,4,5') return 'du lundi au vendredi'
  if (days.join() === '1,2,3,4,5,6') return 'du lundi au samedi'
  return new Intl.ListFormat('fr-FR').format(days.map((day) => `le ${WEEKDAYS[day - 1]}`))
}

const BASES = {
  idle: 'Quand le guichet est fermé',
  counter: 'Quand le guichet est ouvert',
  fixed: 'À heures fixes, guichet ouvert ou fermé',
} as const

export const lending = {
  page: 'Les espaces',
  title: 'Ce que ce lieu prête',
  nothing: 'Rien n’est prêté ici pour l’instant. Prêter un espace prend cinq minutes.',
  lend: 'Prêter un espace',
  change: 'Changer',
  rules: 'Les règles',
  stop: 'Ne plus prêter',
  keypad: 'Le clavier de la porte',
  changeOf: (name: string) => ` : ${name}`,
  ended: 'N’est plus prêté',
  unsettled: 'Les réservations touchées sont encore traitées : revenez dans un instant.',
  capacity: (places: number) => (places > 1 ? `${places} places` : '1 place'),
  opening: ({ basis, start, end, weekdays, from, until }: SetUp['openings'][number], today: string) =>
    [
      BASES[basis],
      `${daysWords(weekdays)}, ${rangeWords(start, end)}`,
      ...(from > today ? [`à partir du ${dayWords(from, today)}`] : []),
      ...(until ? [`jusqu’au ${dayWords(until, today)}`] : []),
    ].join(', '),
} as const
