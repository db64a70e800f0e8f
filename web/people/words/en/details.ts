import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/details.ts'

export const details = {
  page: 'Your details',
  title: 'In what name?',
  name: 'Your first name and surname',
  nameMissing: 'Enter your name.',
  email: 'Your email address',
  emailHint: 'We will send you a six-digit code. No password needed.',
  emailWrong: 'Enter a full address, like sam@example.com.',
  submit: 'Send me a code',
  known: (name: string, email: string | undefined) => `In the name of ${name}${email ? ` (${email})` : ''}`,
  knownEmail: (email: string | undefined) =>
    `You are signed in${email ? ` with ${email}` : ''}. We still need your name.`,
  notYou: 'Is this not you?',
  book: 'Book',
  goOn: 'Continue',
  ask: 'Send my request',
  repeat: 'Repeat every week',
  booking: 'Booking your place…',
  asking: 'Sending your request…',
  kept: 'We use your name and address only for this booking and the ones that follow.',
  keptLink: 'What we keep',
} satisfies Translation<typeof fr.details>
