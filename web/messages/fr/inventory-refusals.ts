import { dayWords, rangeWords } from '../../time-words.ts'
import type { Refusal } from './refusals.ts'

/** What approval, offers, limits, closures and workshops refuse. */
export const inventoryRefusals = {
  'quota-reached': {
    title: 'Vous avez atteint la limite de ce lieu',
    says: () => 'Annulez une réservation dont vous n’avez plus besoin, ou réservez un peu plus tard.',
    wayOut: 'mine',
  },
  'hold-ended': {
    title: 'Le délai pour répondre est passé',
    says: () => 'La place a été proposée à la personne suivante. Choisissez une autre heure.',
    wayOut: 'choose',
  },
  'already-answered': {
    title: 'Vous avez déjà répondu',
    says: () => 'Voyez dans vos réservations ce qui a été retenu.',
    wayOut: 'mine',
  },
  'not-offered': {
    title: 'Il n’y a rien à accepter ici',
    says: () => 'Voyez dans vos réservations ce qui a été retenu.',
    wayOut: 'mine',
  },
  'not-requested': {
    title: 'Aucune demande n’attend de réponse ici',
    says: () => 'Elle a été retirée, ou la réservation n’en avait pas besoin.',
    wayOut: 'mine',
  },
  'check-in-closed': {
    title: 'Ce n’est pas l’heure de signaler votre arrivée',
    says: ({ from, until }) =>
      typeof from === 'string' && typeof until === 'string'
        ? `On le fait le ${dayWords(from.slice(0, 10))}, ${rangeWords(from.slice(11), until.slice(11))}. Sinon, dites-le à l’agent.`
        : 'Dites-le à l’agent, au guichet.',
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
  'not-waiting': {
    title: 'Cette attente est terminée',
    says: () => 'Voyez dans vos réservations ce qui a été retenu.',
    wayOut: 'mine',
  },
  'workshop-cancelled': {
    title: 'Cet atelier est annulé',
    says: () => 'Choisissez un autre atelier.',
    wayOut: 'search',
  },
  'no-workshops': {
    title: 'Cet espace n’accueille pas d’atelier',
    says: () => 'Choisissez un autre espace.',
    wayOut: 'choose',
  },
} as const satisfies Record<string, Refusal>
