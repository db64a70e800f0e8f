import { kilometresWords } from '../../../kit/words/fr/time-words.ts'

export const telephone = {
  page: 'Répondre au téléphone',
  title: 'Répondre au téléphone',
  signedOut: 'Cette page est pour les personnes qui répondent au 3631. Connectez-vous pour la voir.',
  noRight: 'Vous n’avez pas, ou plus, le droit de répondre au téléphone. Demandez une invitation au réseau.',
  bookTitle: 'Réserver',
  commune: 'Commune, code postal ou nom du lieu',
  communeHint: 'Demandez à la personne où elle habite.',
  search: 'Chercher un lieu',
  tooShort: 'Écrivez au moins deux lettres ou chiffres.',
  count: (count: number) => (count > 1 ? `${count} lieux où réserver` : '1 lieu où réserver'),
  none: 'Rien ne se réserve à cet endroit',
  noneLead: 'Essayez le code postal, ou une commune voisine.',
  near: kilometresWords,
  book: 'Réserver ici',
  findTitle: 'Retrouver une réservation',
  q: 'Téléphone ou référence',
  hint: 'En entier : « 03 26 81 20 00 » ou « K7PM-4R ».',
  wrong: 'Écrivez le numéro de téléphone en entier, ou les six signes de la référence.',
  find: 'Retrouver',
  nothing: 'Rien à ce numéro ni à cette référence.',
  nothingLead:
    'Faites répéter lettre par lettre. Par téléphone, on retrouve les personnes sans e-mail ; les autres ont une référence, dans leur message.',
  more: 'Il y en a d’autres, plus tard.',
  noCalls: 'Il n’y a personne à appeler.',
  moreCalls: 'Ce sont les premières : il y en a d’autres, plus tard.',
} as const
