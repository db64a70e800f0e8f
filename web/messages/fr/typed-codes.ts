import { momentWords, shortRangeWords } from '../../time-words.ts'

const clock = (moment: string) => moment.slice(11)

/** For those who type the codes of doors in. */
export const typedCodes = {
  page: 'Codes de porte à taper',
  title: 'Codes à taper',
  lead: 'Ces codes sont secrets : ne les affichez pas. Le journal du lieu note qui les lit.',
  date: 'Jour',
  show: 'Montrer les codes',
  print: 'Imprimer',
  none: 'Aucun code à taper ce jour-là.',
  hours: 'Réservé',
  code: 'Code',
  counts: 'Ouvre la porte',
  from: ({ from, until }: { from: string; until: string }) => shortRangeWords(clock(from), clock(until)),
  typed: 'déjà tapé',
  toDelete: 'À effacer du clavier',
  deleteLead: 'Ces codes n’ouvrent plus rien. Effacez-les, si le clavier ne l’a pas fait de lui-même.',
  was: 'Ouvrait',
  since: momentWords,
  onPaper: 'Détruisez cette feuille une fois les codes tapés.',
  done: 'C’est fait sur le clavier',
  working: 'Un instant…',
  noted: 'C’est noté. Chacun peut maintenant lire son code.',
  changed: 'Une réservation a changé entre-temps. Montrez les codes de nouveau : il reste quelque chose à faire.',
} as const
