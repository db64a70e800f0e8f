import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import { hasLapsed, isSameToHolder } from '../../../shared/domain/booking-state.ts'
import { wayInOf } from '../../../shared/domain/way-in.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { cancellationIn, type Diary, diaryOf } from './diary.ts'
import type { Mail, MailCalendar } from './mail.ts'
import { bookingMail } from './mails/booking-mail.ts'
import { openCounterFor } from './open-counter.ts'
import { recipientsOf } from './recipients.ts'
import type { SendDependencies } from './send-dependencies.ts'

type BookingEvent = Extract<OutboxEvent, { readonly booking: Booking }>

/** What an offer takes the place of. */
const replacedBy = async (
  { replaces, status }: Booking,
  { bookings, sites }: SendDependencies,
): Promise<BookingDetails | undefined> => {
  const booking = replaces && status === 'offered' ? await bookings.findBooking(replaces) : undefined
  const lent = booking && (await sites.findSite(booking.site))
  return lent && { booking, site: lent.site, space: lent.spaces.find(({ id }) => id === booking.space) }
}

/** An offer is not in the diary yet; what it takes the place of leaves it. */
const calendarOf = (
  details: BookingDetails,
  from: Booking | undefined,
  replaced: BookingDetails | undefined,
  diary: Diary,
): MailCalendar | undefined => (replaced ? cancellationIn(diary, replaced) : diaryOf(details, from, diary))

export const bookingMailsFor = async (
  { kind, booking, from }: BookingEvent,
  deps: SendDependencies,
): Promise<Mail[]> => {
  const [latest, lent, told, replaced, [workshop]] = await Promise.all([
    deps.bookings.findBooking(booking.id),
    deps.sites.findSite(booking.site),
    recipientsOf(booking, deps),
    replacedBy(booking, deps),
    deps.workshops.findWorkshops(booking.workshop ? [booking.workshop] : []),
  ])
  // Do not send a message that is out of date.
  const isPast = !latest || !isSameToHolder(latest, booking) || hasLapsed(booking, deps.now())
  if (!lent || isPast) return []
  const { origin } = deps
  const now = deps.now()
  const space = lent.spaces.find(({ id }) => id === (workshop ?? booking).space)
  const details = { booking, site: lent.site, space, workshop }
  const news = {
    ...{ ...details, kind, from, replaced: replaced?.booking, association: told.association },
    spaceBefore: lent.spaces.find(({ id }) => id === from?.space)?.name,
    counter: await openCounterFor([booking, replaced?.booking], deps),
    wayIn: wayInOf(details, now),
  }
  return told.to.flatMap((reader) => {
    const mail = bookingMail(reader, news, origin)
    const calendar = calendarOf(details, from, replaced, { reader, now, origin })
    return mail ? [{ ...mail, calendar }] : []
  })
}
