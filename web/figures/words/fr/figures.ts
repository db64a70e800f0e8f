import type { Outcome } from '../../../../shared/domain/figures.ts'
import { attendance } from '../../../attendance/words/fr/attendance.ts'
import { monthWords } from '../../../kit/words/fr/time-words.ts'

const NBSP = '\u00A0'

const OUTCOMES = {
  present: 'Venues',
  excused: 'Avaient prévenu',
  absent: 'Pas venues',
  'not-noted': 'Présence pas notée',
  'drop-in': 'Venues sans inscription',
} as const satisfies Record<Outcome, string>

export const figures = {
  page: 'Les chiffres',
  title: 'Les chiffres du lieu',
  month: (month: string) => monthWords(`${month}-01`),
  before: 'Mois précédent',
  after: 'Mois suivant',
  save: 'Enregistrer pour un tableur',
  print: 'Imprimer',
  file: (month: string) => `chiffres-${month}.csv`,
  rule: 'Pour que personne ne se reconnaisse, rien n’est dit de une à quatre personnes, même venues souvent : des lignes sont alors réunies, ou le nombre n’est pas donné. C’est le cas aussi quand on ne garde plus les noms, après deux ans. Une présence notée plus tard change encore ces chiffres. Ce qui est annulé ou rendu n’y est pas.',
  tables: {
    spaces: 'Réservations tenues',
    workshops: 'Ateliers et permanences',
    people: 'Personnes aux ateliers et permanences',
    ages: 'Venues sans inscription : âge',
    occupations: 'Venues sans inscription : situation',
    skillsTests: 'Venues sans inscription : test de compétences numériques',
  },
  columns: {
    space: 'Espace',
    who: 'Qui',
    what: 'Quoi',
    count: 'Nombre',
    hours: 'Heures',
  },
  names: {
    people: OUTCOMES,
    ages: attendance.ages,
    occupations: attendance.occupations,
    skillsTests: { done: 'Test fait', 'not-done': 'Sans test' },
  },
  sittings: 'Séances',
  nothing: 'Rien ce mois-ci.',
  few: 'pas donné',
  hours: (hours: number): string => `${String(hours).replace('.', ',')}${NBSP}h`,
} as const
