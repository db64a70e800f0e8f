import { referenceOf } from '../../../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../../../shared/domain/booking-details.ts'
import { isActive, isByStaff } from '../../../../../shared/domain/booking-state.ts'
import { checkInWindowOf } from '../../../../../shared/domain/hold-terms.ts'
import { localTimeAt } from '../../../../../shared/domain/instant.ts'
import { FREE } from '../../../../../shared/domain/space.ts'
import { bringWords, partyWords } from '../../../../use-cases/words/en/party-words.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import { priceWords, wayInWords } from '../../../../use-cases/words/en/way-in-words.ts'
import type * as fr from '../fr/booking-messages.ts'
import type { BookingNews, Words } from '../fr/booking-words.ts'
import { awayWords, counterWords, noteWords, whenWords, whyWords } from './booking-words.ts'
import { cancelledWords } from './cancelled-words.ts'
import { answerTimeWords, momentWords, textOf } from './messages.ts'

const whenAndWhere = ({ booking, site, space, workshop, association }: BookingNews): string =>
  [
    ...(association === undefined ? [] : [`For the association ${association}`]),
    ...(workshop ? [`${workshop.appointments ? 'Appointment' : 'Workshop'}: ${workshop.title}`] : []),
    ...(workshop ? partyWords(booking) : []),
    whenWords(booking),
    ...(space ? [space.name] : []),
    site.name,
    site.address,
    `${site.postcode} ${site.commune}`,
    ...(isActive(booking) && site.phone ? [`Phone: ${site.phone}`] : []),
    ...(isActive(booking) && space ? [`Price: ${priceWords(workshop ? FREE : space.price)}`] : []),
    ...(isActive(booking) && workshop?.bring ? [bringWords(workshop.bring)] : []),
    `Reference: ${referenceOf(booking.id)}`,
  ].join('\n')

const claimWords = ({ booking, site, space }: BookingDetails): string[] => {
  if (booking.claimBy === undefined || !space?.checkIn) return []
  const { from, until } = checkInWindowOf(space.checkIn, booking, site)
  const [opens, closes] = [from, until].map((at) => minuteWords(localTimeAt(at, site.timeZone).minute))
  return [
    `When you arrive, between ${opens} and ${closes}, say so on the page of the booking or at the counter: otherwise, the place is given up.`,
  ]
}

const offeredWords = (news: BookingNews): Words => {
  const { booking, site, replaced } = news
  const why = whyWords(replaced?.cause ?? 'holder', news)
  return {
    title: replaced ? 'Your booking has changed' : 'A place is free for you',
    says: [
      ...(replaced
        ? [
            `Your place on ${whenWords(replaced)}, is cancelled${why ? `: ${why}` : ''}.`,
            ...noteWords(replaced),
            `We are keeping another one for you${awayWords(booking.distanceKm)}, below: tell us whether it suits you.`,
          ]
        : ['The place that you were waiting for is free. It is being kept for you.']),
      `Answer before ${momentWords(booking.until, site)}. After that, it goes to the next person.`,
    ],
    link: 'Accept it, or leave it to somebody else',
  }
}

const waitedWords = ({ booking, from }: BookingNews): string[] =>
  booking.wait && !from ? ['You are no longer on the waiting list: you have your place.'] : []

const confirmedWords = (news: BookingNews): Words =>
  news.from?.status === 'requested'
    ? {
        title: 'It’s accepted',
        says: [
          'The post office has accepted your request: it’s booked.',
          ...noteWords(news.booking),
          ...claimWords(news),
        ],
        link: 'See, print or cancel it',
      }
    : {
        title: 'It’s booked',
        says: ['Your booking is confirmed.', ...waitedWords(news), ...claimWords(news)],
        link: 'See, print or cancel it',
      }

const movedWords = (news: BookingNews): Words => {
  const { booking, from, spaceBefore, site } = news
  const where = from?.space === booking.space || !spaceBefore ? '' : ` (${spaceBefore})`
  const awaited =
    booking.status === 'requested'
      ? [
          `The post office still has to accept it, before ${momentWords(booking.until, site)}. ${answerTimeWords(site)} Until then, the place is kept for you.`,
        ]
      : claimWords(news)
  return {
    title: 'Your booking has been moved',
    says: [
      'The post office has moved your booking.',
      ...(from ? [`It was: ${whenWords(from)}${where}.`] : []),
      ...noteWords(booking),
      ...awaited,
      'Here is when and where it is now:',
    ],
    link: 'See, move or cancel it',
  }
}

const wordsOf = (news: BookingNews): Words | undefined => {
  const { kind, booking, from, site } = news
  if (from && isByStaff(booking) && isActive(booking)) return movedWords(news)
  switch (kind) {
    case 'booking-requested':
      return {
        title: 'Request sent',
        says: [
          'Your request has been sent to the post office. Until they answer, the place is kept for you.',
          `You will have the answer before ${momentWords(booking.until, site)}. ${answerTimeWords(site)}`,
        ],
        link: 'See it, or withdraw it',
      }
    case 'booking-offered':
      return offeredWords(news)
    case 'booking-confirmed':
      return confirmedWords(news)
    case 'booking-moved':
      return {
        title: 'It’s moved',
        says: ['Your booking is moved. Here is when and where:', ...claimWords(news)],
        link: 'See, print or cancel it',
      }
    case 'booking-seat-returned':
      return {
        title: 'One seat given back',
        says: [
          'One of your two seats is given back: somebody else will use it. The other one is kept for you:',
        ],
        link: 'See it, print it or leave the workshop',
      }
    case 'booking-no-show':
      return {
        title: 'Place given up',
        says: [
          'Nobody told us that you had arrived: the place was given up.',
          'You were there? Tell the staff at the counter: they can put it right.',
        ],
        link: 'See the booking',
      }
    case 'booking-cancelled':
      return cancelledWords(news)
  }
}

export const bookingMessage: typeof fr.bookingMessage = (to, news, origin) => {
  const words = wordsOf(news)
  if (!words) return undefined
  const { booking, site, wayIn } = news
  return {
    to,
    subject: `${words.title}: ${dateWords(booking.date)}, ${site.name}`,
    text: textOf(
      'Hello,',
      ...words.says,
      whenAndWhere(news),
      ...counterWords(news),
      ...(wayIn ? [wayInWords(wayIn, site.phone).join('\n')] : []),
      `${words.link}: ${origin}/reservation?id=${booking.id}`,
    ),
  }
}
