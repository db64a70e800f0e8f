import { momentWords, rangeWords } from '../../../kit/words/fr/time-words.ts'

const clock = (moment: string) => moment.slice(11)

/** For staff who type door codes into keypads. */
export const typedCodes = {
  page: 'Codes de porte à taper',
  title: 'Codes à taper',
  lead: 'Ces codes sont secrets : ne les affichez pas. Le journal du lieu note qui les lit.',
  date: 'Jour',
  show: 'Montrer les codes',
  print: 'Imprimer',
  none: 'Aucun code à taper ce jour-là.',
  booked: 'Réservé',
  code: 'Code',
  counts: ({ from, until }: { from: string; until: string }) =>
    `Le code ouvre ${rangeWords(clock(from), clock(until))}`,
  typed: 'déjà tapé',
  toDelete: 'À effacer du clavier',
  deleteLead: 'Ces codes n’ouvrent plus rien. Effacez-les, si le clavier ne l’a pas fait de lui-même.',
  was: 'Ouvrait à partir du',
  since: momentWords,
  onPaper: 'Détruisez cette feuille une fois les codes tapés.',
  done: 'C’est fait sur le clavier',
  working: 'Un instant…',
  noted: 'C’est noté. Chacun pourra lire son code le jour venu.',
  changed:
    'Une réservation a changé entre-temps. Montrez les codes de nouveau : il reste quelque chose à faire.',
} as const
