import type { BookingView } from '../../../shared/contracts/booking-views.ts'
import { answers } from '../../messages/fr/answers.ts'
import { slip } from '../../messages/fr/booking.ts'
import { momentWords } from '../../time-words.ts'

export type BookingState = { readonly title: string; readonly lead?: string; readonly tone: '' | 'free' }

/** What a booking is now, in words. */
export const stateOf = ({ status, cancellable, cause = 'holder', until = '' }: BookingView): BookingState => {
  switch (status) {
    case 'requested':
      return { title: answers.requested, lead: answers.requestedLead(momentWords(until)), tone: '' }
    case 'offered':
      return { title: answers.offered, lead: answers.offeredLead(momentWords(until)), tone: 'free' }
    case 'attended':
      return { title: answers.attended, lead: answers.attendedLead, tone: 'free' }
    case 'no-show':
      return { title: answers.noShow, lead: answers.noShowLead, tone: '' }
    case 'cancelled':
      return { title: answers.cancelled, lead: answers.because[cause], tone: '' }
    case 'confirmed':
      return cancellable ? { title: slip.booked, tone: 'free' } : { title: slip.begun, lead: slip.begunLead, tone: '' }
  }
}
