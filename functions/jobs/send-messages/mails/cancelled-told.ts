import { isByStaff } from '../../../../shared/domain/booking-state.ts'
import type { MailWords } from '../words-in.ts'
import { type BookingNews, noteIn, type Told, whyIn } from './booking-news.ts'

/** Why a booking ended, in the words of its cause. */
export const cancelledTold = (news: BookingNews, { cancelled, bookings }: MailWords): Told => {
  const { booking, from } = news
  const { cause } = booking
  const wasRequest = from?.status === 'requested'
  const note = noteIn(bookings, booking)
  const told = ({ title, says }: { title: string; says: string }, ...more: string[]): Told => ({
    title,
    says: [says, ...more],
    action: cancelled.action,
  })
  const why = cause && whyIn(bookings, cause, news)
  if (why) return told({ ...cancelled.because, says: cancelled.because.says(why) }, ...note)
  if (cause === 'staff') return told(cancelled.byStaff, ...note)
  if (cause === 'not-approved') return told(cancelled.notApproved, ...note)
  if (cause === 'lapsed') return told(wasRequest ? cancelled.requestLapsed : cancelled.offerLapsed)
  if (isByStaff(booking)) return told(cancelled.onBehalf)
  return told(wasRequest ? cancelled.requestWithdrawn : cancelled.givenUp)
}
