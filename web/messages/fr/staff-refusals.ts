import { associationRefusals } from './association-refusals.ts'
import type { Refusals } from './refusals.ts'

/** What only those in charge of a place, and partners, can be refused. */
export const staffRefusals = {
  'not-requested': {
    title: 'Aucune demande n’attend de réponse ici',
    says: () => 'Elle a été retirée, ou la réservation n’en avait pas besoin.',
    wayOut: 'mine',
  },
  'own-attendance': {
    title: 'On ne note pas sa propre présence',
    says: () => 'Demandez à un collègue de le faire.',
    wayOut: 'mine',
  },
  'attendance-closed': {
    title: 'Les présences ne changent plus',
    says: ({ days }) =>
      typeof days === 'number' ? `On les note jusqu’à ${days} jours après.` : 'On les note dans les jours qui suivent.',
    wayOut: 'mine',
  },
  'not-started': {
    title: 'Cela n’a pas encore commencé',
    says: () => 'Dites qui est venu une fois que c’est commencé.',
    wayOut: 'mine',
  },
  'notice-too-short': {
    title: 'Il faut prévenir plus tôt',
    says: () => 'Choisissez une date plus lointaine, ou dites que c’est imprévu.',
    wayOut: 'correct',
  },
  'unknown-space': {
    title: 'Ce lieu n’a pas cet espace',
    says: () => 'Choisissez parmi les espaces du lieu.',
    wayOut: 'correct',
  },
  'closure-too-long': {
    title: 'C’est trop long pour une seule fermeture',
    says: ({ mostDays }) =>
      typeof mostDays === 'number'
        ? `Fermez ${mostDays} jours au plus, puis prévoyez la suite.`
        : 'Fermez moins longtemps.',
    wayOut: 'correct',
  },
  'no-workshops': {
    title: 'Cet espace n’accueille pas d’atelier',
    says: () => 'Choisissez un autre espace.',
    wayOut: 'choose',
  },
  'last-lead': associationRefusals['last-lead'],
  'role-unfit': {
    title: 'Ce rôle ne va pas avec ce lieu',
    says: () => 'Choisissez un autre rôle.',
    wayOut: 'correct',
  },
  'too-many-invitations': {
    title: 'Trop d’invitations attendent déjà',
    says: () => 'Retirez celles qui ne servent plus, puis recommencez.',
    wayOut: 'correct',
  },
  'invitation-over': {
    title: 'Cette invitation ne sert plus',
    says: () => 'Elle a déjà servi, elle a été retirée, ou son délai est passé. Demandez-en une autre.',
    wayOut: 'search',
  },
  'second-factor-missing': {
    title: 'Il faut une connexion professionnelle',
    says: () => 'Connectez-vous avec votre compte professionnel et votre téléphone ou votre clé, puis recommencez.',
    wayOut: 'sign-in',
  },
  'other-address': {
    title: 'Cette invitation est pour une autre adresse',
    says: () => 'Connectez-vous avec l’adresse e-mail qui a reçu le message.',
    wayOut: 'sign-in',
  },
  'series-not-moved': {
    title: 'Rien n’a été déplacé',
    says: () => 'Aucune date n’est possible ainsi : toutes restent où elles étaient.',
    wayOut: 'correct',
  },
  'nothing-to-move': {
    title: 'Il n’y a rien à déplacer',
    says: () => 'Aucune date n’est réservée à partir de ce jour. Choisissez un jour plus proche.',
    wayOut: 'correct',
  },
} as const satisfies Refusals
