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
  'check-in-closed': {
    title: 'Ce n’est pas l’heure de signaler votre arrivée',
    says: () => 'Faites-le en arrivant, ou dites-le à l’agent.',
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
  'already-signed-up': {
    title: 'Vous êtes déjà inscrit à cet atelier',
    says: () => 'Votre place est dans vos réservations. Vous n’avez rien d’autre à faire.',
    wayOut: 'mine',
  },
  'of-workshop': {
    title: 'Cette réservation va avec un atelier',
    says: () => 'Elle ne se change pas seule : désinscrivez-vous, ou annulez l’atelier.',
    wayOut: 'mine',
  },
  'no-workshops': {
    title: 'Cet espace n’accueille pas d’atelier',
    says: () => 'Choisissez un autre espace.',
    wayOut: 'choose',
  },
} as const satisfies Record<string, Refusal>
