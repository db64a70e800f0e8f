import { dayWords, fullDayWords, hourWords } from '../../../kit/words/fr/time-words.ts'
import { EVENING, type Filter, type Wanted } from '../../wanted.ts'

const ACCESS: Readonly<Record<string, string>> = {
  'counter-staff': 'un agent m’ouvre',
  'key-holder': 'je prends une clé',
  'door-code': 'j’ai un code',
  host: 'quelqu’un m’attend',
  open: 'la porte est ouverte',
}

const peopleWords = (people: string): string => (people === '1' ? '1 personne' : `${people} personnes`)

const SAID: Readonly<Record<Filter, (value: string) => string>> = {
  date: (date) => `le ${dayWords(date)}`,
  after: (time) => (time === EVENING ? 'le soir' : `après ${hourWords(time)}`),
  people: (people) => `pour ${peopleWords(people)}`,
  stepFree: () => 'de plain-pied',
  free: () => 'gratuit',
  access: (kind) => ACCESS[kind] ?? kind,
}

export const filterWords = {
  summary: 'Préciser',
  what: 'Quoi',
  uses: { desk: 'Une place de bureau', room: 'Une salle', workshop: 'Un atelier numérique' },
  day: 'Quel jour',
  anyDay: 'N’importe quel jour',
  dayOption: fullDayWords,
  evening: 'Le soir, après 18 h',
  people: 'Combien de personnes',
  peopleOption: peopleWords,
  access: 'Comment entrer',
  accessOption: (kind: string): string => ACCESS[kind] ?? kind,
  any: 'Peu importe',
  more: 'Il me faut',
  stepFree: 'De plain-pied',
  free: 'Gratuit',
  submit: 'Voir les lieux',
  remove: 'Enlever : ',
  activeTitle: 'Ce que vous avez précisé',
  /** Filters, as the middle of a sentence. */
  inWords: (wanted: Wanted, names: readonly string[]): string[] =>
    (Object.keys(SAID) as Filter[])
      .filter((name) => names.includes(name))
      .map((name) => SAID[name](wanted[name] ?? '')),
} as const
