import type { Booking } from '../../../../../shared/domain/booking.ts'
import { dateWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/booking-words.ts'
import { hourWords } from './messages.ts'

export const whenWords = ({ date, start, end }: Booking): string =>
  `${dateWords(date)}, ${hourWords(start)} to ${hourWords(end)}`

export const noteWords = ({ note }: Booking): string[] =>
  note === undefined ? [] : [`A word from the post office: ${note}`]

export const WHY: typeof fr.WHY = {
  closure: 'the post office will be closed',
  'hours-changed': 'the opening hours have changed',
  'lending-changed': 'the space can no longer be booked that way',
  'workshop-cancelled': 'the workshop will not take place',
}
