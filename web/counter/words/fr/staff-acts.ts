import type { Refusals } from '../../../kit/words/fr/refusals.ts'
import { actNotAllowed } from '../../../staff/words/fr/act-not-allowed.ts'

export const acts = {
  page: 'Une réservation',
  contact: 'Pour joindre cette personne',
  call: (phone: string) => `Appeler le ${phone}`,
  byMail: 'Par message : elle est prévenue de tout changement.',
  unreachable: 'Pas d’e-mail ni de téléphone : dites-le-lui à sa venue.',
  until: (moment: string) => `Sans réponse avant le ${moment}, la place est rendue.`,
  titles: {
    requested: 'Demande à traiter',
    offered: 'Place proposée',
    confirmed: 'Réservation confirmée',
    attended: 'Arrivée notée',
    'no-show': 'Absence notée',
    cancelled: 'Réservation annulée',
  },
  approve: 'Accepter la demande',
  refuse: 'Refuser la demande',
  refuseWhy: 'Un mot pour la personne (facultatif)',
  accept: 'La personne accepte',
  decline: 'Elle n’en veut pas',
  here: 'Cette personne est là',
  absent: 'Cette personne n’est pas venue',
  move: 'Déplacer',
  cancel: 'Annuler cette réservation',
  cancelWhy: 'Le motif, qui lui sera dit',
  cancelHint: 'Par exemple : la salle est inondée. Cette annulation ne compte jamais comme une absence.',
  cancelMissing: 'Écrivez le motif : il sera dit à la personne.',
  keep: 'Ne rien changer',
  working: 'Un instant…',
  done: 'C’est fait.',
  told: 'Un message part vers cette personne.',
  toTell: (phone: string) => `Cette personne n’a pas d’e-mail : appelez-la au ${phone}, puis notez l’appel.`,
  noteCall: 'Noter l’appel',
  toTellHere: 'Cette personne n’a ni e-mail ni téléphone connus : dites-le-lui à sa venue.',
  see: 'Voir ce qui est retenu',
  demands: 'À traiter',
  demandsTitle: 'À traiter',
  requestsTitle: 'Demandes à accepter ou à refuser',
  none: 'Rien n’attend : tout a sa réponse.',
  open: 'Voir, ou refuser',
} as const

const NOTHING_DONE = 'Rien n’a été fait. Regardez ce qui est retenu avant de continuer.'

/** Each refusal says that nothing was done. */
export const actRefusals = {
  'not-found': actNotAllowed,
  'already-answered': {
    title: 'Quelqu’un a déjà répondu autrement',
    says: () => NOTHING_DONE,
    remedy: 'choose',
  },
  'hold-ended': {
    title: 'Le délai pour répondre est passé',
    says: () => 'Rien n’a été fait : la place a été proposée à la personne suivante.',
    remedy: 'choose',
  },
  'not-requested': {
    title: 'Cette demande n’attend plus de réponse',
    says: () => NOTHING_DONE,
    remedy: 'choose',
  },
  'not-offered': { title: 'Cette place n’est plus proposée', says: () => NOTHING_DONE, remedy: 'choose' },
  cancelled: { title: 'Cette réservation est déjà annulée', says: () => NOTHING_DONE, remedy: 'choose' },
  'not-confirmed': { title: 'Elle attend encore une réponse', says: () => NOTHING_DONE, remedy: 'choose' },
  'already-started': {
    title: 'Elle a déjà commencé',
    says: () => 'Rien n’a été fait : elle ne s’annule plus. Notez plutôt si la personne est venue.',
    remedy: 'choose',
  },
  'own-attendance': {
    title: 'On ne note pas sa propre présence',
    says: () => 'Demandez à un collègue de le faire.',
    remedy: 'choose',
  },
  'attendance-closed': {
    title: 'Les présences ne changent plus',
    says: () => NOTHING_DONE,
    remedy: 'choose',
  },
  'not-started': {
    title: 'Cela n’a pas encore commencé',
    says: () => 'Rien n’a été fait : notez qui est venu à partir de l’heure de début.',
    remedy: 'choose',
  },
  'check-in-closed': {
    title: 'Ce n’est pas l’heure de noter une arrivée',
    says: () => NOTHING_DONE,
    remedy: 'choose',
  },
  taken: {
    title: 'La place a été donnée à quelqu’un d’autre',
    says: () => 'Rien n’a été fait : ce moment est pris ou passé.',
    remedy: 'choose',
  },
  'holder-busy': {
    title: 'La personne a une autre réservation à cette heure',
    says: () => 'Rien n’a été fait : son absence notée avait rendu cette place, et elle en a pris une autre.',
    remedy: 'choose',
  },
  'one-seat': {
    title: 'Il n’y a qu’une place',
    says: () => 'Rien n’a été fait : l’autre place est déjà rendue.',
    remedy: 'choose',
  },
  'of-workshop': {
    title: 'Cette réservation va avec un atelier ou une permanence',
    says: () => 'Rien n’a été fait : c’est le tout qui s’annule, en bas de la page « Changer ».',
    remedy: 'choose',
  },
} as const satisfies Refusals
