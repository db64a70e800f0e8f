import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/code.ts'

export const code = {
  page: 'Your code',
  title: 'The code from our email',
  titleSignedIn: 'One moment',
  sentTo: 'We have sent it to ',
  notThere: 'Nothing there? Look in your junk mail, then ask for another code.',
  field: 'Six-digit code',
  fieldWrong: 'The code has six digits. Copy it from the email, or paste it.',
  submitBooking: 'Book my place',
  submitSignIn: 'Sign in',
  resend: 'Send another code',
  resent: 'Another code is on its way. Only the last one counts.',
  changeAddress: 'Use another address',
  noAddress: 'We do not know where to send the code.',
  giveAddress: 'Give my name and email address',
} satisfies Translation<typeof fr.code>
