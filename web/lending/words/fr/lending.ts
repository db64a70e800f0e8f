import type { LentSpaceView } from '../../../../shared/contracts/lending-views.ts'
import { dayWords, rangeWords } from '../../../kit/words/fr/time-words.ts'
import { daysWords } from '../../../kit/words/fr/weekday-words.ts'
import type { SetUp } from '../../set-up.ts'
import { unstaffedWords } from './unstaffed-words.ts'

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
  outside: 'Un autre agenda',
  changeOf: (name: string) => ` : ${name}`,
  ended: 'N’est plus prêté',
  unsettled: 'Les réservations touchées sont encore traitées : revenez dans un instant.',
  capacity: (places: number) => (places > 1 ? `${places} places` : '1 place'),
  unstaffed: (hours: LentSpaceView['unstaffed']) =>
    `Le guichet est fermé ${unstaffedWords(hours)}, alors que l’agent doit ouvrir. Changez les heures de l’espace, ou la façon d’entrer.`,
  opening: ({ basis, start, end, weekdays, from, until }: SetUp['openings'][number], today: string) =>
    [
      BASES[basis],
      `${daysWords(weekdays)}, ${rangeWords(start, end)}`,
      ...(from > today ? [`à partir du ${dayWords(from, today)}`] : []),
      ...(until ? [`jusqu’au ${dayWords(until, today)}`] : []),
    ].join(', '),
} as const
