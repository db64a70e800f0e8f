import type { WebProblem } from '../../api-client.ts'
import { dayWords, hourWords, momentWords, rangeWords } from '../../time-words.ts'
import type { Refusal } from './refusals.ts'

const startsWords = (starts: unknown): string =>
  Array.isArray(starts) && starts.length > 0
    ? `Commencez plutôt à ${starts.map((time) => hourWords(String(time))).join(' ou à ')}.`
    : 'Choisissez une heure parmi celles qui sont proposées.'

const several = (limit: unknown, one: string, more: string): string =>
  limit === 1 ? one : more.replace('#', String(limit))

/** Which rule, and what can be done about it before it passes. */
const ruleWords = ({ rule, limit }: WebProblem): string => {
  if (rule === 'active-bookings')
    return `Vous avez déjà ${several(limit, 'une réservation', '# réservations')} ici, c’est le maximum. Annulez-en une dont vous n’avez plus besoin, ou attendez.`
  if (rule === 'hours-a-week')
    return several(
      limit,
      'On réserve ici une heure par semaine au plus.',
      'On réserve ici # heures par semaine au plus.',
    )
  if (rule === 'no-shows')
    return several(
      limit,
      'Vous avez manqué une réservation sans prévenir à temps.',
      'Vous avez manqué # réservations sans prévenir à temps.',
    )
  return rule === 'waits'
    ? 'On attend dix places au plus à la fois. Retirez une demande dont vous n’avez plus besoin.'
    : 'Annulez une réservation dont vous n’avez plus besoin, ou réservez un peu plus tard.'
}

const quotaWords = (problem: WebProblem): string => {
  const { rule, passes } = problem
  if (typeof passes !== 'string') return ruleWords(problem)
  const after = momentWords(passes)
  return rule === 'hours-a-week'
    ? `${ruleWords(problem)} Il vous en restera assez à partir du ${after}.`
    : `${ruleWords(problem)} Vous pourrez réserver à nouveau à partir du ${after}.`
}

/** What approval, offers, limits, closures and workshops refuse. */
export const inventoryRefusals = {
  'off-grid': {
    title: 'On ne commence pas à cette heure-là',
    says: ({ starts }) => startsWords(starts),
    wayOut: 'choose',
  },
  'quota-reached': {
    title: 'Vous avez atteint la limite de ce lieu',
    says: (problem) => quotaWords(problem),
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
  closed: {
    title: 'C’est fermé exceptionnellement',
    says: ({ reason }) =>
      typeof reason === 'string' ? `${reason}. Choisissez un autre jour.` : 'Choisissez un autre jour.',
    wayOut: 'choose',
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
  'not-waiting': {
    title: 'Une place vous est gardée',
    says: () => 'Voyez-la dans vos réservations : prenez-la, ou rendez-la.',
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
