import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/preferences.ts'

export const preferences = {
  title: 'My messages',
  lead: 'When you book, and when a booking changes, you always get a message.',
  signInLead: 'To choose your messages, sign in.',
  reminders: 'Would you like reminders as well?',
  withReminders: 'Yes, two days before and on the morning of the day',
  withoutReminders: 'No reminders',
  language: 'In which language?',
  languages: { fr: 'In French', en: 'In English' },
  save: 'Save',
  saving: 'One moment…',
  saved: 'Saved',
  savedWith: 'You will get a reminder of each booking.',
  savedWithout: 'You will get no more reminders.',
  signIn: 'Sign in',
} satisfies Translation<typeof fr.preferences>

export const preferenceRefusals = {
  'link-unknown': {
    title: 'This link no longer works',
    says: () => 'Use the one in your latest message, or sign in.',
    remedy: 'sign-in',
  },
} satisfies Translation<typeof fr.preferenceRefusals>
