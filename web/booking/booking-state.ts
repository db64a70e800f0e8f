import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { dayWords, kilometresWords, momentWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { answers } from './words/fr/answers.ts'
import { slip } from './words/fr/booking.ts'

export type BookingState = { readonly title: string; readonly lead?: string; readonly tone: '' | 'free' }

const whereWords = ({ date, start, end, site, distanceKm }: BookingView): string => {
  const away = distanceKm === undefined ? '' : answers.awayFrom(kilometresWords(distanceKm))
  return `${dayWords(date)}, ${rangeWords(start, end)}, ${site.name}${away}`
}

/** The state of a booking, in words. */
export const stateOf = (booking: BookingView): BookingState => {
  const { status, begun, excused, cause = 'holder', until = '' } = booking
  switch (status) {
    case 'requested':
      return { title: answers.requested, lead: answers.requestedLead(momentWords(until)), tone: '' }
    case 'offered':
      return {
        title: answers.offered,
        lead: answers.offeredLead(whereWords(booking), momentWords(until)),
        tone: 'free',
      }
    case 'attended':
      return { title: answers.attended, lead: answers.attendedLead, tone: 'free' }
    case 'no-show':
      return excused
        ? { title: answers.excused, lead: answers.excusedLead, tone: '' }
        : { title: answers.noShow, lead: answers.noShowLead, tone: '' }
    case 'cancelled':
      return { title: answers.cancelled, lead: answers.because[cause], tone: '' }
    case 'confirmed':
      return begun
        ? { title: slip.begun, lead: slip.begunLead, tone: '' }
        : { title: slip.booked, tone: 'free' }
  }
}
