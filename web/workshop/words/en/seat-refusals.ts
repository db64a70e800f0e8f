import type { Translation } from '../../../../shared/domain/language.ts'
import { bookingRefusals } from '../../../availability/words/en/booking-refusals.ts'
import type * as fr from '../fr/seat-refusals.ts'

export const seatRefusals = {
  ...bookingRefusals,
  'workshop-cancelled': {
    title: 'This workshop is cancelled',
    says: () => 'Choose another workshop.',
    remedy: 'search',
  },
  'already-signed-up': {
    title: 'You have already signed up for this workshop',
    says: () => 'Your seat is in your bookings. There is nothing else for you to do.',
    remedy: 'mine',
  },
} satisfies Translation<typeof fr.seatRefusals>
