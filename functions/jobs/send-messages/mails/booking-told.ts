import { isRoom } from '../../../../shared/domain/booking-change.ts'
import type { BookingDetails } from '../../../../shared/domain/booking-details.ts'
import { isActive, isByStaff } from '../../../../shared/domain/booking-state.ts'
import { checkInWindowOf } from '../../../../shared/domain/hold-terms.ts'
import { localTimeAt } from '../../../../shared/domain/instant.ts'
import { mediatorsOf } from '../../../../shared/domain/mediators.ts'
import type { MailWords } from '../words-in.ts'
import { awayIn, type BookingNews, noteIn, type Told, whyIn } from './booking-news.ts'
import { cancelledTold } from './cancelled-told.ts'
import { countsIn, momentIn, whenIn } from './times.ts'

const claimIn = ({ bookings, common }: MailWords, { booking, site, space }: BookingDetails): string[] => {
  if (booking.claimBy === undefined || !space?.checkIn) return []
  const { from, until } = checkInWindowOf(space.checkIn, booking, site)
  const at = (moment: typeof from) => common.minutes(localTimeAt(moment, site.timeZone).minute)
  return [bookings.claim(at(from), at(until))]
}

const replacedTold = (
  news: BookingNews,
  replaced: NonNullable<BookingNews['replaced']>,
  { bookings, common }: MailWords,
): string[] => {
  const why = whyIn(bookings, replaced.cause ?? 'holder', news)
  const when = whenIn(common, replaced)
  return [
    why ? bookings.replaced.cancelledBecause(when, why) : bookings.replaced.cancelled(when),
    ...noteIn(bookings, replaced),
    bookings.replaced.kept(awayIn(bookings, news.booking.distanceKm)),
  ]
}

const offeredTold = (news: BookingNews, words: MailWords): Told => {
  const { booking, site, replaced } = news
  const { offered, replaced: change } = words.bookings
  return {
    title: replaced ? change.title : offered.title,
    says: [
      ...(replaced ? replacedTold(news, replaced, words) : [offered.says]),
      offered.answer(momentIn(words.common, booking.until, site)),
    ],
    action: offered.action,
  }
}

const confirmedTold = (news: BookingNews, words: MailWords): Told => {
  const { booking, from } = news
  const { bookings } = words
  const isAccepted = from?.status === 'requested'
  const { title, says, action } = isAccepted ? bookings.accepted : bookings.confirmed
  const note = isAccepted ? noteIn(bookings, booking) : []
  // This booking ended its holder’s wait.
  const waited = booking.wait !== undefined && booking.wait !== from?.wait ? [bookings.noLongerWaiting] : []
  return { title, says: [says, ...note, ...waited, ...claimIn(words, news)], action }
}

/** Who leads a workshop has its room, or its time beside somebody else. */
const leadingTold = ({ workshop }: BookingNews, { bookings }: MailWords): Told => {
  const { title, says, action } = bookings.leading
  return { title, says: [says(workshop ? mediatorsOf(workshop).map(({ name }) => name) : [])], action }
}

const movedByStaffTold = (news: BookingNews, words: MailWords): Told => {
  const { booking, from, spaceBefore, site } = news
  const { bookings, common } = words
  const { title, says, before, beforeIn, awaited, now, action } = bookings.movedByStaff
  const isElsewhere = from?.space !== booking.space && spaceBefore
  const was = (when: string) => (isElsewhere ? beforeIn(when, spaceBefore) : before(when))
  return {
    title,
    says: [
      says,
      ...(from ? [was(whenIn(common, from))] : []),
      ...noteIn(bookings, booking),
      ...(booking.status === 'requested'
        ? [awaited(momentIn(common, booking.until, site), countsIn(common, site))]
        : claimIn(words, news)),
      now,
    ],
    action,
  }
}

const requestedTold = ({ booking, site }: BookingNews, { bookings, common }: MailWords): Told => {
  const { title, says, answer, action } = bookings.requested
  return {
    title,
    says: [says, answer(momentIn(common, booking.until, site), countsIn(common, site))],
    action,
  }
}

const remindedTold = (
  kind: Extract<BookingNews['kind'], `reminder-${string}`>,
  news: BookingNews,
  words: MailWords,
): Told => {
  const { title, says, action } = words.bookings.reminder
  return { title, says: [says[kind], ...claimIn(words, news)], action }
}

/** Undefined when the change is not told. */
export const bookingTold = (news: BookingNews, words: MailWords): Told | undefined => {
  const { kind, booking, from } = news
  const { moved, seatReturned, noShow } = words.bookings
  if (from && isByStaff(booking) && isActive(booking)) return movedByStaffTold(news, words)
  switch (kind) {
    case 'booking-requested':
      return requestedTold(news, words)
    case 'booking-offered':
      return offeredTold(news, words)
    case 'booking-confirmed':
      return isRoom(booking) ? leadingTold(news, words) : confirmedTold(news, words)
    case 'booking-moved':
      return { ...moved, says: [moved.says, ...claimIn(words, news)] }
    case 'booking-seat-returned':
      return { ...seatReturned, says: [seatReturned.says] }
    case 'booking-no-show':
      return { ...noShow, says: [noShow.says, noShow.mended] }
    case 'booking-cancelled':
      return cancelledTold(news, words)
    case 'reminder-two-days':
    case 'reminder-morning':
      return remindedTold(kind, news, words)
  }
}
