import type { Translation } from '../../../../shared/domain/language.ts'
import type * as fr from '../fr/repeating.ts'

export const repeating = {
  page: 'Repeat a booking',
  title: 'Repeat this booking',
  signInLead: 'Give your email address: we will send you a code. We keep what you chose.',
  rhythm: 'When',
  rhythms: { week: 'Every week', fortnight: 'Every two weeks' },
  until: 'Until',
  untilWrong: 'Choose an end after the first day.',
  onlyAll: 'Only if every date is possible',
  submit: 'Book these dates',
  working: 'Booking your dates…',
  after: 'This one stays booked. We add the same times on the dates that follow.',
  nothing: 'Nothing was booked.',
  others: 'Book the other dates',
} satisfies Translation<typeof fr.repeating>
