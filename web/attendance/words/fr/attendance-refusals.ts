import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const attendanceRefusals = {
  'not-found': {
    title: 'Vous ne pouvez plus noter cela',
    says: () =>
      'L’inscription n’existe plus, ou votre droit dans ce lieu a pris fin. Demandez à son responsable.',
    remedy: 'correct',
  },
  'not-started': {
    title: 'C’est trop tôt pour le noter',
    says: () =>
      'Qui est là se note dès le début. Une absence se note à partir de l’heure où la personne est attendue.',
    remedy: 'correct',
  },
  'attendance-closed': {
    title: 'Il est trop tard pour le noter',
    says: () => 'Les présences se notent pendant trente jours.',
    remedy: 'correct',
  },
  'workshop-cancelled': {
    title: 'C’est annulé',
    says: () => 'Rien n’a été noté.',
    remedy: 'correct',
  },
  'own-attendance': {
    title: 'C’est votre propre place',
    says: () => 'Une autre personne du lieu peut le noter.',
    remedy: 'correct',
  },
  cancelled: {
    title: 'Son inscription est annulée',
    says: () => 'La personne est là ? Comptez-la parmi celles qui sont venues sans inscription.',
    remedy: 'correct',
  },
  taken: {
    title: 'Sa place a servi à quelqu’un d’autre',
    says: () => 'La personne est là ? Comptez-la parmi celles qui sont venues sans inscription.',
    remedy: 'correct',
  },
  'holder-busy': {
    title: 'La personne a une autre réservation à cette heure',
    says: () => 'La personne est là ? Comptez-la parmi celles qui sont venues sans inscription.',
    remedy: 'correct',
  },
  'too-many-drop-ins': {
    title: 'Trop de personnes sont comptées',
    says: () => 'On peut en compter trois cents au plus. Celles d’avant restent comptées.',
    remedy: 'correct',
  },
} as const satisfies Refusals
