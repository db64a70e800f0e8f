import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { lastLead } from './last-lead.ts'

/** Refusals that only managers of a site and partners meet. */
export const staffRefusals = {
  'not-requested': {
    title: 'Aucune demande n’attend de réponse ici',
    says: () => 'Elle a été retirée, ou la réservation n’en avait pas besoin.',
    remedy: 'mine',
  },
  'own-attendance': {
    title: 'On ne note pas sa propre présence',
    says: () => 'Demandez à un collègue de le faire.',
    remedy: 'mine',
  },
  'attendance-closed': {
    title: 'Les présences ne changent plus',
    says: ({ days }) =>
      typeof days === 'number'
        ? `On les note jusqu’à ${days} jours après.`
        : 'On les note dans les jours qui suivent.',
    remedy: 'mine',
  },
  'not-started': {
    title: 'Cela n’a pas encore commencé',
    says: () => 'Dites qui est venu une fois que c’est commencé.',
    remedy: 'mine',
  },
  'notice-too-short': {
    title: 'Il faut prévenir plus tôt',
    says: () => 'Choisissez une date plus lointaine, ou dites que c’est imprévu.',
    remedy: 'correct',
  },
  'unknown-space': {
    title: 'Ce lieu n’a pas cet espace',
    says: () => 'Choisissez parmi les espaces du lieu.',
    remedy: 'correct',
  },
  'closure-too-long': {
    title: 'C’est trop long pour une seule fermeture',
    says: ({ mostDays }) =>
      typeof mostDays === 'number'
        ? `Fermez ${mostDays} jours au plus, puis prévoyez la suite.`
        : 'Fermez moins longtemps.',
    remedy: 'correct',
  },
  'no-workshops': {
    title: 'Cet espace n’accueille pas d’atelier',
    says: () => 'Choisissez un autre espace.',
    remedy: 'choose',
  },
  'last-lead': lastLead,
  'role-unfit': {
    title: 'Ce rôle ne va pas avec ce lieu',
    says: () => 'Choisissez un autre rôle.',
    remedy: 'correct',
  },
  'too-many-invitations': {
    title: 'Trop d’invitations attendent déjà',
    says: () => 'Retirez celles qui ne servent plus, puis recommencez.',
    remedy: 'correct',
  },
  'invitation-over': {
    title: 'Cette invitation ne sert plus',
    says: () => 'Elle a déjà servi, elle a été retirée, ou son délai est passé. Demandez-en une autre.',
    remedy: 'search',
  },
  'second-factor-missing': {
    title: 'Il faut une connexion professionnelle',
    says: () =>
      'Connectez-vous avec votre compte professionnel et votre téléphone ou votre clé, puis recommencez.',
    remedy: 'sign-in',
  },
  'other-address': {
    title: 'Cette invitation est pour une autre adresse',
    says: () => 'Connectez-vous avec l’adresse e-mail qui a reçu le message.',
    remedy: 'sign-in',
  },
  'series-not-moved': {
    title: 'Rien n’a été déplacé',
    says: () => 'Aucune date n’est possible ainsi : toutes restent où elles étaient.',
    remedy: 'correct',
  },
  'nothing-to-move': {
    title: 'Il n’y a rien à déplacer',
    says: () => 'Aucune date n’est réservée à partir de ce jour. Choisissez un jour plus proche.',
    remedy: 'correct',
  },
} as const satisfies Refusals
