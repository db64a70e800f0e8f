import type { WebProblem } from '../../../kit/api-client.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { travelRefusals } from '../../../kit/words/fr/travel-words.ts'

const seatsIn = (value: unknown): string => (value === 1 ? '1\u00A0place' : `${value}\u00A0places`)

export const edit = {
  page: 'Changer un atelier',
  name: 'Titre',
  level: 'Niveau',
  everybody: 'Pour tout le monde',
  description: 'Ce que l’on y fait',
  descriptionHint: 'Quelques phrases simples. Vous pouvez ne rien écrire.',
  seats: 'Nombre de places',
  seatsHint: (taken: number) =>
    taken > 0
      ? `Déjà ${seatsIn(taken)} de prises : il en faut au moins autant.`
      : 'Six personnes, c’est bien.',
  seatsMissing: 'Écrivez un nombre, de 1 à 50.',
  mediator: 'Qui l’anime',
  mediatorHint: 'Si une autre personne prend la relève, les inscrits le savent tout de suite.',
  leads: (name: string) => `${name} (aujourd’hui)`,
  busy: (name: string) => `${name} : pas libre à cette heure`,
  nameMissing: 'Écrivez le titre de l’atelier.',
  told: 'Si le titre ou la personne change, chaque inscrit reçoit un e-mail, ou est à appeler.',
  save: 'Enregistrer',
  working: 'Nous enregistrons…',
  saved: 'C’est enregistré.',
  nothing: 'Vous n’avez rien changé.',
  see: 'Voir l’atelier',
} as const

export const editRefusals = {
  ...travelRefusals,
  'seats-taken': {
    title: 'Plus de personnes sont inscrites',
    says: ({ taken }: WebProblem) => `Déjà ${seatsIn(taken)} de prises. Gardez au moins autant de places.`,
    remedy: 'correct',
  },
  'too-many-places': {
    title: 'La salle est trop petite',
    says: ({ capacity }: WebProblem) => `Elle a ${seatsIn(capacity)} au plus.`,
    remedy: 'correct',
  },
  'holder-busy': {
    title: 'Cette personne n’est pas libre à cette heure',
    says: () => 'Choisissez quelqu’un d’autre.',
    remedy: 'correct',
  },
  'workshop-cancelled': {
    title: 'Cet atelier est annulé',
    says: () => 'On ne peut plus le changer.',
    remedy: 'search',
  },
  'already-started': {
    title: 'L’atelier a commencé',
    says: () => 'On ne peut plus le changer.',
    remedy: 'search',
  },
} as const satisfies Refusals
