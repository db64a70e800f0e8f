import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/sign-in.ts'

export const signIn = {
  page: 'Sign in',
  title: 'Find my bookings',
  lead: 'Give the email address that you booked with: we will send you a code.',
  signedOut: 'To see this booking, give the email address that you booked with.',
  goSignIn: 'Send me a code',
} satisfies Translation<typeof fr.signIn>
