import type { Translation } from '../../../../shared/domain/language.ts'
import { bookingRefusals } from '../../../availability/words/en/booking-refusals.ts'
import { dayWords } from '../../../kit/words/en/time-words.ts'
import type * as fr from '../fr/seat-refusals.ts'

export const seatRefusals = {
  ...bookingRefusals,
  'workshop-cancelled': {
    title: 'It is cancelled',
    says: () => 'Choose another date.',
    remedy: 'search',
  },
  'newcomers-first': {
    title: 'Newcomers come first',
    says: ({ openToAllFrom: from }) =>
      `You have come before. ${typeof from === 'string' ? `From ${dayWords(from)} on` : 'Later'}, the seats that are left go to the waiting list, in order.`,
    remedy: 'search',
  },
  'already-signed-up': {
    title: 'You have already signed up',
    says: () => 'It is in your bookings. There is nothing else for you to do.',
    remedy: 'mine',
  },
  'no-such-appointment': {
    title: 'Choose a time for your appointment',
    says: () => 'Go back to the page before, and tap a time.',
    remedy: 'correct',
  },
} satisfies Translation<typeof fr.seatRefusals>
