import { movingRefusals } from '../../../booking/words/fr/moving-refusals.ts'
import type { WebProblem } from '../../../kit/api-client.ts'
import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { travelRefusals } from '../../../kit/words/fr/travel-words.ts'

const seatsIn = (value: unknown): string => (value === 1 ? '1\u00A0place' : `${value}\u00A0places`)

export const edit = {
  page: 'Changer un atelier, une permanence',
  titles: { workshop: 'Changer un atelier', permanence: 'Changer une permanence' },
  appointmentsHint:
    'Le même jour, chaque rendez-vous garde son heure si elle est encore dans la permanence. Sinon, tous les rendez-vous suivent le nouveau début.',
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
  mediatorMissing: 'Choisissez au moins une personne.',
  mediatorsMost: (most: number) => `Choisissez ${most} personnes au plus.`,
  busy: (name: string) => `${name} : pas libre à cette heure`,
  absent: (name: string) => `Absence de ${name} ce jour-là`,
  tooFar: (name: string, place: string) => `${name} : trop loin, à ${place} ce jour-là`,
  date: 'Jour',
  dateMissing: 'Choisissez un jour.',
  from: 'De',
  to: 'À',
  hourMissing: 'Écrivez une heure.',
  hoursWrong: 'La fin vient après le début.',
  room: 'Salle',
  which: 'Ce que vous changez',
  whichOnes: {
    one: 'Seulement cette date',
    following: 'Cette date et les suivantes',
    all: 'Toutes les dates à venir',
  },
  release: 'Changer quand même : ces personnes le sauront',
  changed: (count: number) => {
    if (count === 0) return 'Aucune date n’a changé'
    return count > 1 ? `${count} dates sont changées` : '1 date est changée'
  },
  unchanged: 'Ces dates restent comme elles étaient',
  nameMissing: 'Écrivez le titre.',
  told: 'Chaque inscrit garde sa place. Si le titre, l’heure, la salle ou la personne change, chacun reçoit un e-mail, ou est à appeler.',
  save: 'Enregistrer',
  working: 'Nous enregistrons…',
  saved: 'C’est enregistré.',
  nothing: 'Vous n’avez rien changé.',
  see: { workshop: 'Voir l’atelier', permanence: 'Voir la permanence' },
} as const

export const editRefusals = {
  ...movingRefusals,
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
    says: ({ mediatorName }: WebProblem) =>
      mediatorName
        ? `${mediatorName} a autre chose à cette heure. Choisissez quelqu’un d’autre.`
        : 'Choisissez quelqu’un d’autre.',
    remedy: 'correct',
  },
  'no-workshops': {
    title: 'Cette salle n’accueille pas d’ateliers',
    says: () => 'Choisissez une autre salle.',
    remedy: 'correct',
  },
  'ends-too-soon': {
    title: 'La fin vient avant le début',
    says: () => 'Choisissez une fin plus tardive.',
    remedy: 'correct',
  },
  'people-busy': {
    title: 'Des inscrits ne sont pas libres à cette heure',
    says: ({ people }: WebProblem) =>
      typeof people !== 'number' || people === 1
        ? 'Une personne a déjà une réservation à cette heure-là. Elle perdrait sa place.'
        : `${people} personnes ont déjà une réservation à cette heure-là. Elles perdraient leur place.`,
    remedy: 'correct',
  },
  'uneven-appointments': {
    title: 'Les rendez-vous ne tiennent pas dans ces heures',
    says: ({ minutes }: WebProblem) =>
      `Chacun dure ${minutes} minutes. Choisissez un début et une fin entre lesquels il n’y a que des rendez-vous entiers.`,
    remedy: 'correct',
  },
  'appointments-left-out': {
    title: 'Un rendez-vous n’a plus sa place à ces heures',
    says: () =>
      'Choisissez des heures où chaque rendez-vous a encore la sienne. Ou déplacez d’abord celui qui gêne, dans la semaine.',
    remedy: 'correct',
  },
  'too-many-people': {
    title: 'Trop de personnes sont inscrites',
    says: () =>
      'On ne peut pas déplacer tout le monde d’un coup. Annulez l’atelier, plus bas dans cette page, et planifiez-en un autre.',
    remedy: 'correct',
  },
  'workshop-cancelled': {
    title: 'C’est annulé',
    says: () => 'On ne peut plus rien changer.',
    remedy: 'search',
  },
  'already-started': {
    title: 'C’est déjà commencé',
    says: () => 'On ne peut plus rien changer.',
    remedy: 'search',
  },
} as const satisfies Refusals
