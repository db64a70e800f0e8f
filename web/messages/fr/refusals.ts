import type { WebProblem, WebRefusalKind } from '../../api-client.ts'
import { dayWords, durationWords, rangesWords } from '../../time-words.ts'
import { inventoryRefusals } from './inventory-refusals.ts'

/** What a person can do next: the button or link shown under the sentence. */
export type WayOut = 'again' | 'choose' | 'sign-in' | 'mine' | 'search' | 'correct'

export type Refusal = {
  readonly title: string
  readonly says: (problem: WebProblem) => string
  readonly wayOut: WayOut
}

const minutesIn = (fact: unknown, otherwise: string): string =>
  typeof fact === 'number' ? durationWords(fact) : otherwise

const isRange = (fact: unknown): fact is [string, string] => Array.isArray(fact) && typeof fact[0] === 'string'

const openWords = (fact: unknown): string =>
  Array.isArray(fact) && fact.length > 0 && fact.every(isRange)
    ? `Ce jour-là, l’espace est prêté ${rangesWords(fact)}.`
    : 'L’espace n’est pas prêté ce jour-là.'

const broken = {
  title: 'Cette page s’est trompée',
  says: () => 'Ce n’est pas de votre fait. Recommencez depuis le choix de l’heure ou, si cela dure, appelez le 3631.',
  wayOut: 'choose',
} as const satisfies Refusal

const unknown =
  'Nous ne savons pas encore si c’est fait. Vous pouvez réessayer sans crainte : rien ne sera pris deux fois.'

export const refusals = {
  ...inventoryRefusals,
  taken: {
    title: 'Ce créneau vient d’être pris',
    says: ({ alternatives }) =>
      alternatives?.length
        ? 'Voici les plus proches :'
        : 'Il n’y a rien d’autre de libre tout près. Voyez les autres jours.',
    wayOut: 'choose',
  },
  'use-not-offered': {
    title: 'Cet espace ne se réserve pas ainsi',
    says: () => 'Choisissez une place, ou la salle entière, selon ce qu’il propose.',
    wayOut: 'choose',
  },
  'too-many-places': {
    title: 'C’est plus de places qu’il n’y en a',
    says: ({ capacity }) =>
      typeof capacity === 'number' ? `L’espace en a ${capacity}. Demandez-en moins.` : 'Demandez-en moins.',
    wayOut: 'choose',
  },
  'too-short': {
    title: 'C’est trop court',
    says: ({ shortestMinutes }) => `On réserve au moins ${minutesIn(shortestMinutes, 'un peu plus longtemps')}.`,
    wayOut: 'choose',
  },
  'too-long': {
    title: 'C’est trop long',
    says: ({ longestMinutes }) => `On réserve au plus ${minutesIn(longestMinutes, 'un peu moins longtemps')}.`,
    wayOut: 'choose',
  },
  past: { title: 'Cette heure est passée', says: () => 'Choisissez une heure à venir.', wayOut: 'choose' },
  'too-late': {
    title: 'C’est trop tard pour cette heure',
    says: ({ noticeMinutes }) =>
      `Ce lieu demande d’être prévenu ${minutesIn(noticeMinutes, 'un peu')} à l’avance. Choisissez une heure plus tardive, ou appelez le lieu.`,
    wayOut: 'choose',
  },
  'beyond-horizon': {
    title: 'C’est trop loin dans le temps',
    says: ({ lastDate }) =>
      typeof lastDate === 'string'
        ? `On réserve ici jusqu’au ${dayWords(lastDate)}.`
        : 'Choisissez un jour plus proche.',
    wayOut: 'choose',
  },
  'outside-opening': {
    title: 'L’espace n’est pas prêté à cette heure',
    says: ({ open }) => openWords(open),
    wayOut: 'choose',
  },
  'holder-busy': {
    title: 'Vous avez déjà une réservation à cette heure',
    says: () => 'Annulez-la d’abord, ou choisissez une autre heure.',
    wayOut: 'mine',
  },
  'not-confirmed': {
    title: 'Cette réservation attend encore une réponse',
    says: () => 'Attendez la réponse, ou annulez votre demande et choisissez une autre heure.',
    wayOut: 'mine',
  },
  cancelled: {
    title: 'Cette réservation est annulée',
    says: () => 'Elle ne se déplace plus : réservez à nouveau.',
    wayOut: 'choose',
  },
  'already-started': {
    title: 'La réservation a déjà commencé',
    says: () => 'Elle ne se déplace plus et ne s’annule plus. Vous n’avez rien à faire.',
    wayOut: 'mine',
  },
  'series-refused': {
    title: 'Rien n’a été réservé',
    says: () => 'Une date au moins n’est pas possible.',
    wayOut: 'correct',
  },
  'no-date': { title: 'Il n’y a aucune date', says: () => 'Choisissez une fin plus tardive.', wayOut: 'correct' },
  'too-many-dates': {
    title: 'Il y a trop de dates',
    says: ({ most }) =>
      typeof most === 'number' ? `On en réserve ${most} au plus.` : 'Choisissez une fin plus proche.',
    wayOut: 'correct',
  },
  'not-found': {
    title: 'Nous ne trouvons pas ce que vous cherchez',
    says: () => 'Vérifiez l’adresse de la page, ou cherchez votre commune.',
    wayOut: 'search',
  },
  'name-missing': { title: 'Il nous manque votre nom', says: () => 'Écrivez-le ci-dessous.', wayOut: 'correct' },
  'signed-out': {
    title: 'Vous n’êtes plus connecté',
    says: () => 'Votre choix est gardé. Demandez un code pour finir.',
    wayOut: 'sign-in',
  },
  'wrong-code': {
    title: 'Ce n’est pas le bon code',
    says: () => 'Recopiez celui du dernier message. Après cinq essais, demandez-en un autre.',
    wayOut: 'correct',
  },
  'code-expired': {
    title: 'Ce code ne sert plus',
    says: () => 'Demandez-en un autre : il arrive tout de suite.',
    wayOut: 'correct',
  },
  'too-many-codes': {
    title: 'Trop de codes demandés',
    says: () => 'Attendez un quart d’heure, puis demandez-en un autre. Pressé ? Appelez le 3631.',
    wayOut: 'correct',
  },
  invalid: {
    title: 'Quelque chose n’est pas juste',
    says: () => 'Relisez ce que vous avez écrit, puis recommencez.',
    wayOut: 'choose',
  },
  'too-many-requests': {
    title: 'Trop de demandes viennent de votre connexion',
    says: () => 'Attendez dix secondes, puis recommencez.',
    wayOut: 'again',
  },
  busy: { title: 'Beaucoup de monde en ce moment', says: () => unknown, wayOut: 'again' },
  fault: { title: 'Le service a eu un problème', says: () => unknown, wayOut: 'again' },
  unreachable: { title: 'La connexion s’est interrompue', says: () => unknown, wayOut: 'again' },
  'key-missing': broken,
  'key-reused': broken,
  malformed: broken,
  'unsupported-media-type': broken,
  'too-large': broken,
  'foreign-origin': broken,
  'method-not-allowed': broken,
  'rule-malformed': broken,
  'rule-unsupported': broken,
} as const satisfies Record<WebRefusalKind, Refusal>

export const waysOut = {
  choose: 'Choisir d’autres heures',
  'sign-in': 'Donner mon nom et mon adresse',
  search: 'Chercher une place',
}

export const readingFailed = 'Nous n’avons pas pu lire ces pages. Réessayez, ou appelez le 3631.'

/** The words of a refusal, also for a kind that a newer server may send. */
export const refusalOf = ({ code }: WebProblem): Refusal => refusals[code] ?? broken
