import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/staff-sign-in.ts'

export const staffSignIn = {
  page: 'Staff sign-in',
  title: 'Do you work here?',
  lead: 'Sign in with your work account, confirmed by your phone or your key. The staff pages are in French.',
  go: (issuer: string) => `Sign in with ${issuer}`,
} satisfies Translation<typeof fr.staffSignIn>

export const staffSignInRefusals = {
  'issuer-unavailable': {
    title: 'The staff sign-in is not answering',
    says: () => 'It is nothing you did. Try again in a few minutes.',
    remedy: 'correct',
  },
  'staff-sign-in-refused': {
    title: 'You are not signed in',
    says: () => 'Your work account was not confirmed. Try again or, if it happens again, tell your manager.',
    remedy: 'correct',
  },
  'staff-sign-in-expired': {
    title: 'This sign-in no longer works',
    says: () => 'It was used already, or it is too old. Start again below.',
    remedy: 'correct',
  },
} satisfies Translation<typeof fr.staffSignInRefusals>
