import { referenceOf } from '../../../../shared/domain/booking.ts'
import { isRoom } from '../../../../shared/domain/booking-change.ts'
import { isActive } from '../../../../shared/domain/booking-state.ts'
import { FREE } from '../../../../shared/domain/space.ts'
import type { Mail, Recipient } from '../mail.ts'
import { addressed, type MailWords } from '../words-in.ts'
import { awayIn, type BookingNews } from './booking-news.ts'
import { bookingTold } from './booking-told.ts'
import { addressLines, whenIn } from './times.ts'

const workshopFacts = ({ booking, workshop }: BookingNews, { bookings, common }: MailWords): string[] => {
  if (!workshop) return []
  const { appointment, workshop: named } = bookings.facts
  return [
    (workshop.appointments ? appointment : named)(workshop.title),
    ...(isRoom(booking) ? [] : common.party(booking)),
  ]
}

/** What only a booking that still stands needs. */
const comingFacts = (
  { booking, site, space, workshop }: BookingNews,
  { bookings, common }: MailWords,
): string[] =>
  isActive(booking)
    ? [
        ...(site.phone ? [bookings.facts.phone(site.phone)] : []),
        ...(space ? [common.price(workshop ? FREE : space.price)] : []),
        ...(workshop?.bring ? [common.bring(workshop.bring)] : []),
      ]
    : []

const factsOf = (news: BookingNews, words: MailWords): string[] => {
  const { booking, site, space, association } = news
  const { facts } = words.bookings
  return [
    ...(association === undefined ? [] : [facts.association(association)]),
    ...workshopFacts(news, words),
    facts.when(whenIn(words.common, booking)),
    ...(space ? [space.name] : []),
    ...addressLines(site),
    ...comingFacts(news, words),
    facts.reference(referenceOf(booking.id)),
  ]
}

const counterFacts = ({ counter }: BookingNews, { bookings }: MailWords): string[][] => {
  if (!counter) return []
  const { match, site, state } = counter
  const away = awayIn(bookings, match.distanceKm)
  const opens =
    'openUntil' in state
      ? bookings.counter.open(state.openUntil, away)
      : bookings.counter.opens(state.opensOn, state.opensAt, away)
  return [[opens, ...addressLines(site)]]
}

/** Undefined when the change is not told. */
export const bookingMail = (reader: Recipient, news: BookingNews, origin: string): Mail | undefined => {
  const { envelope, words, pages } = addressed(reader, origin)
  const told = bookingTold(news, words)
  if (!told) return undefined
  const { booking, site, wayIn } = news
  return {
    ...envelope,
    subject: words.common.subject(told.title, booking.date, site.name),
    says: [
      ...told.says,
      factsOf(news, words),
      ...counterFacts(news, words),
      ...(wayIn ? [words.common.wayIn(wayIn, site.phone)] : []),
    ],
    action: { words: told.action, address: `${pages}/reservation?id=${booking.id}` },
  }
}
