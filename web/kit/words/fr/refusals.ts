import type { WebProblem, WebRefusalKind } from '../../api-client.ts'

/** The button or link shown under the sentence of a refusal. */
export type Remedy = 'again' | 'choose' | 'sign-in' | 'mine' | 'search' | 'correct' | 'accept'

export type Refusal = {
  readonly title: string
  readonly says: (problem: WebProblem) => string
  readonly remedy: Remedy
}

/** The refusals of some calls; a page carries those of the calls it makes. */
export type Refusals = Partial<Record<WebRefusalKind, Refusal>>

/** A refusal that only our own error can cause. */
export const broken = {
  title: 'Cette page s’est trompée',
  says: () => 'Recommencez depuis le choix de l’heure ou, si cela dure, appelez le 3631.',
  remedy: 'choose',
} as const satisfies Refusal

const unknown =
  'Nous ne savons pas encore si c’est fait. Vous pouvez réessayer sans crainte : rien ne sera pris deux fois.'

/** Refusals of any call. */
export const commonRefusals = {
  'not-found': {
    title: 'Nous ne trouvons pas ce que vous cherchez',
    says: () => 'Vérifiez l’adresse de la page, ou cherchez votre commune.',
    remedy: 'search',
  },
  'name-missing': {
    title: 'Il nous manque votre nom',
    says: () => 'Écrivez-le ci-dessous.',
    remedy: 'correct',
  },
  'signed-out': {
    title: 'Vous n’êtes plus connecté',
    says: () => 'Reconnectez-vous pour finir.',
    remedy: 'sign-in',
  },
  invalid: {
    title: 'Quelque chose n’est pas juste',
    says: () => 'Relisez, puis recommencez.',
    remedy: 'choose',
  },
  'too-many-requests': {
    title: 'Trop de demandes viennent de votre connexion',
    says: () => 'Attendez dix secondes, puis recommencez.',
    remedy: 'again',
  },
  'too-many-messages': {
    title: 'Trop de messages',
    says: () => 'Quelqu’un recevrait encore un message, après beaucoup d’autres. Recommencez plus tard.',
    remedy: 'again',
  },
  busy: { title: 'Beaucoup de monde en ce moment', says: () => unknown, remedy: 'again' },
  fault: { title: 'Le service a eu un problème', says: () => unknown, remedy: 'again' },
  unreachable: { title: 'La connexion s’est interrompue', says: () => unknown, remedy: 'again' },
} as const satisfies Refusals

export const remedyWords = {
  connect: 'Se connecter',
  search: 'Chercher une place',
}

export const readingFailed = 'Nous n’avons pas pu lire ces pages. Réessayez, ou appelez le 3631.'
