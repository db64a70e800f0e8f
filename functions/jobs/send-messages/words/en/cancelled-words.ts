import { isByStaff } from '../../../../../shared/domain/booking-state.ts'
import type { BookingNews, Words } from '../fr/booking-words.ts'
import { noteWords, whyWords } from './booking-words.ts'

const cancelled = (title: string, ...says: readonly string[]): Words => ({
  title,
  says: [...says],
  link: 'See what happened, or find another place',
})

const lapsedWords = (wasRequest: boolean): Words =>
  wasRequest
    ? cancelled(
        'No answer to your request',
        'The post office did not answer in time. The place is no longer kept for you.',
      )
    : cancelled(
        'The place is no longer kept',
        'You did not answer in time. The place is no longer kept for you.',
      )

const givenUpWords = (wasRequest: boolean): Words =>
  wasRequest
    ? cancelled('Request withdrawn', 'Your request is withdrawn. Somebody else can use the place.')
    : cancelled('Booking cancelled', 'Your booking is cancelled. Somebody else can use the place.')

export const cancelledWords = (news: BookingNews): Words => {
  const { booking, from } = news
  const { cause } = booking
  const wasRequest = from?.status === 'requested'
  const why = cause && whyWords(cause, news)
  if (why)
    return cancelled(
      'Booking cancelled',
      `Your booking is cancelled: ${why}. We are sorry.`,
      ...noteWords(booking),
    )
  if (cause === 'staff')
    return cancelled(
      'Booking cancelled',
      'The post office had to cancel your booking. We are sorry.',
      ...noteWords(booking),
    )
  if (cause === 'not-approved')
    return cancelled(
      'Request not accepted',
      'The post office did not accept your request.',
      ...noteWords(booking),
    )
  if (cause === 'lapsed') return lapsedWords(wasRequest)
  if (isByStaff(booking))
    return cancelled(
      'Booking cancelled',
      'The post office staff cancelled your booking. You had not asked for it? Call them.',
    )
  return givenUpWords(wasRequest)
}
