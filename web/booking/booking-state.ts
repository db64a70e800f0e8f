import type { BookingView } from '../../shared/contracts/booking-views.ts'
import { dayWords, kilometresWords, momentWords, rangeWords } from '../kit/words/fr/time-words.ts'
import { answers } from './words/fr/answers.ts'
import { slip } from './words/fr/booking.ts'

export type BookingState = { readonly title: string; readonly lead?: string; readonly tone: '' | 'free' }

const whereWords = ({ date, start, end, site, distanceKm }: BookingView): string => {
  const away = distanceKm === undefined ? '' : answers.awayFrom(kilometresWords(distanceKm))
  return `${dayWords(date)}, ${rangeWords(start, end)}, ${site.name}${away}`
}

type Because = { readonly cause: keyof typeof answers.because } & Pick<BookingView, 'isAppointment'>

export const becauseOf = ({ cause, isAppointment }: Because): string =>
  answers.because[isAppointment && cause === 'workshop-cancelled' ? 'appointment-cancelled' : cause]

/** The state of a booking, in words. */
export const stateOf = (booking: BookingView): BookingState => {
  const { status, begun, excused, cause = 'holder', until = '', isAppointment } = booking
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
      return { title: answers.cancelled, lead: becauseOf({ cause, isAppointment }), tone: '' }
    case 'confirmed':
      return begun
        ? { title: slip.begun, lead: slip.begunLead, tone: '' }
        : { title: slip.booked, tone: 'free' }
  }
}
