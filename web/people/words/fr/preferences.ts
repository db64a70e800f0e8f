import type { Refusals } from '../../../kit/words/fr/refusals.ts'

export const preferences = {
  title: 'Mes messages',
  lead: 'Quand vous réservez, et quand une réservation change, vous recevez toujours un message.',
  signInLead: 'Pour choisir vos messages, connectez-vous.',
  reminders: 'Voulez-vous aussi des rappels ?',
  withReminders: 'Oui, deux jours avant et le matin même',
  withoutReminders: 'Non, pas de rappel',
  language: 'Dans quelle langue ?',
  languages: { fr: 'En français', en: 'En anglais' },
  save: 'Enregistrer',
  saving: 'Un instant…',
  saved: 'C’est enregistré',
  savedWith: 'Vous recevrez un rappel de chaque réservation.',
  savedWithout: 'Vous ne recevrez plus de rappels.',
  signIn: 'Me connecter',
} as const

/** Why they are not read or changed by a link. */
export const preferenceRefusals = {
  'link-unknown': {
    title: 'Ce lien ne sert plus',
    says: () => 'Prenez celui de votre dernier message, ou connectez-vous.',
    remedy: 'sign-in',
  },
} as const satisfies Refusals
