import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const staffSignIn = {
  page: 'Connexion professionnelle',
  title: 'Vous travaillez ici ?',
  lead: 'Connectez-vous avec votre compte professionnel, confirmé par votre téléphone ou votre clé.',
  go: (issuer: string) => `Se connecter avec ${issuer}`,
} as const

/** Why staff came back without being signed in. */
export const staffSignInRefusals = {
  'issuer-unavailable': {
    title: 'La connexion professionnelle ne répond pas',
    says: () => 'Ce n’est pas de votre fait. Recommencez dans quelques minutes.',
    remedy: 'correct',
  },
  'staff-sign-in-refused': {
    title: 'Vous n’êtes pas connecté',
    says: () =>
      'Votre compte professionnel n’a pas été confirmé. Recommencez ou, si cela dure, prévenez votre responsable.',
    remedy: 'correct',
  },
  'staff-sign-in-expired': {
    title: 'Cette connexion ne sert plus',
    says: () => 'Elle a déjà servi, ou elle est trop ancienne. Recommencez ci-dessous.',
    remedy: 'correct',
  },
} as const satisfies Refusals
