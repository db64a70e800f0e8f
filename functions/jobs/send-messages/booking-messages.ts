import {
  type Booking,
  type CancellationCause,
  type PlacedBooking,
  referenceOf,
} from '../../../shared/domain/booking.ts'
import { isByStaff, isStanding } from '../../../shared/domain/booking-change.ts'
import { checkInWindowOf } from '../../../shared/domain/holding.ts'
import { type Instant, localTimeAt } from '../../../shared/domain/instant.ts'
import type { Site } from '../../../shared/domain/site.ts'
import type { OutboxEvent } from '../../../shared/store/outbox.ts'
import { dateWords, hourWords, type Message, minuteWords, textOf } from './messages.ts'

/** What happened to a booking: how it was before, and the one that it replaces. */
export type BookingNews = PlacedBooking & {
  readonly kind: Extract<OutboxEvent, { readonly booking: Booking }>['kind']
  readonly from?: Booking | undefined
  /** Of the space where it was. */
  readonly spaceBefore?: string | undefined
  readonly replaced?: Booking | undefined
  /** The name of the association that it is for. */
  readonly association?: string | undefined
}

type Words = { readonly title: string; readonly says: readonly string[]; readonly link: string }

const whenWords = ({ date, start, end }: Booking): string =>
  `${dateWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`

const whenAndWhere = ({ booking, site, space, workshop, association }: BookingNews): string =>
  [
    ...(association === undefined ? [] : [`Pour l’association ${association}`]),
    ...(workshop ? [`Atelier : ${workshop.title}`] : []),
    `Le ${whenWords(booking)}`,
    ...(space ? [space.name] : []),
    site.name,
    site.address,
    `${site.postcode} ${site.commune}`,
    `Référence : ${referenceOf(booking.id)}`,
  ].join('\n')

const momentWords = (at: Instant | undefined, { timeZone }: Site): string => {
  if (at === undefined) return 'la fin du délai'
  const { date, minute } = localTimeAt(at, timeZone)
  return `le ${dateWords(date)} à ${minuteWords(minute)}`
}

const noteWords = ({ note }: Booking): string[] => (note === undefined ? [] : [`Le mot du lieu : ${note}`])

/** What is lost by who does not say that they have come. */
const claimWords = ({ booking, site, space }: PlacedBooking): string[] => {
  if (booking.claimBy === undefined || !space?.checkIn) return []
  const { from, until } = checkInWindowOf(space.checkIn, booking, site)
  const [opens, closes] = [from, until].map((at) => minuteWords(localTimeAt(at, site.timeZone).minute))
  return [
    `En arrivant, entre ${opens} et ${closes}, dites-le sur la page de la réservation ou au guichet : sinon, la place est rendue.`,
  ]
}

const WHY: Partial<Record<CancellationCause, string>> = {
  closure: 'le lieu sera fermé',
  'hours-changed': 'les horaires du lieu ont changé',
  'lending-changed': 'l’espace n’est plus prêté ainsi',
  'workshop-cancelled': 'l’atelier n’aura pas lieu',
}

const offeredWords = ({ booking, site, replaced }: BookingNews): Words => {
  const why = WHY[replaced?.cause ?? 'holder']
  return {
    title: replaced ? 'Votre réservation change' : 'Une place est libre pour vous',
    says: [
      ...(replaced
        ? [
            `Votre place du ${whenWords(replaced)}, est annulée${why ? ` : ${why}` : ''}.`,
            ...noteWords(replaced),
            'Nous vous en gardons une autre, ci-dessous.',
          ]
        : ['La place que vous attendiez est libre. Elle vous est gardée.']),
      `Répondez avant ${momentWords(booking.until, site)}. Ensuite, elle va à la personne suivante.`,
    ],
    link: 'L’accepter, ou la laisser à quelqu’un d’autre',
  }
}

const confirmedWords = (news: BookingNews): Words =>
  news.from?.status === 'requested'
    ? {
        title: 'C’est accepté',
        says: ['Le lieu a accepté votre demande : c’est réservé.', ...noteWords(news.booking), ...claimWords(news)],
        link: 'La revoir, l’imprimer ou l’annuler',
      }
    : {
        title: 'C’est réservé',
        says: ['Votre réservation est confirmée.', ...claimWords(news)],
        link: 'La revoir, l’imprimer ou l’annuler',
      }

const LINK = 'Voir ce qui s’est passé, ou chercher une autre place'

const cancelledWords = ({ booking, from }: BookingNews): Words | undefined => {
  const { cause, replacedBy } = booking
  // Who is offered another place instead is told of both at once; who declines has said so.
  if (replacedBy || cause === 'declined') return undefined
  const isRequest = from?.status === 'requested'
  const why = cause && WHY[cause]
  if (why)
    return {
      title: 'Réservation annulée',
      says: [`Votre réservation est annulée : ${why}. Nous en sommes désolés.`, ...noteWords(booking)],
      link: LINK,
    }
  if (cause === 'staff')
    return {
      title: 'Réservation annulée',
      says: ['Le lieu a dû annuler votre réservation. Nous en sommes désolés.', ...noteWords(booking)],
      link: LINK,
    }
  if (cause === 'not-approved')
    return {
      title: 'Demande refusée',
      says: ['Le lieu n’a pas accepté votre demande.', ...noteWords(booking)],
      link: LINK,
    }
  if (cause === 'lapsed')
    return isRequest
      ? {
          title: 'Demande restée sans réponse',
          says: ['Le lieu n’a pas répondu à temps. La place ne vous est plus gardée.'],
          link: LINK,
        }
      : {
          title: 'La place n’est plus gardée',
          says: ['Vous n’avez pas répondu à temps. La place ne vous est plus gardée.'],
          link: LINK,
        }
  return isRequest
    ? {
        title: 'Demande retirée',
        says: ['Votre demande est retirée. La place servira à quelqu’un d’autre.'],
        link: LINK,
      }
    : {
        title: 'Réservation annulée',
        says: ['Votre réservation est annulée. La place servira à quelqu’un d’autre.'],
        link: LINK,
      }
}

/** What staff of the place moved: where it was, and why it goes. */
const movedWords = (news: BookingNews): Words => {
  const { booking, from, spaceBefore, site } = news
  const where = from?.space === booking.space || !spaceBefore ? '' : ` (${spaceBefore})`
  const awaited =
    booking.status === 'requested'
      ? [
          `Le lieu doit encore l’accepter, avant ${momentWords(booking.until, site)}. En attendant, la place vous est gardée.`,
        ]
      : claimWords(news)
  return {
    title: 'Votre réservation est déplacée',
    says: [
      'Le lieu a déplacé votre réservation.',
      ...(from ? [`Avant : ${whenWords(from)}${where}.`] : []),
      ...noteWords(booking),
      ...awaited,
      'Voici quand et où elle est maintenant :',
    ],
    link: 'La revoir, la déplacer ou l’annuler',
  }
}

const wordsOf = (news: BookingNews): Words | undefined => {
  const { kind, booking, from, site } = news
  if (from && isByStaff(booking) && isStanding(booking)) return movedWords(news)
  switch (kind) {
    case 'booking-requested':
      return {
        title: 'Demande envoyée',
        says: [
          'Votre demande est envoyée au lieu. En attendant, la place vous est gardée.',
          `Vous aurez la réponse avant ${momentWords(booking.until, site)}.`,
        ],
        link: 'La revoir, ou la retirer',
      }
    case 'booking-offered':
      return offeredWords(news)
    case 'booking-confirmed':
      return confirmedWords(news)
    case 'booking-moved':
      return {
        title: 'C’est déplacé',
        says: ['Votre réservation est déplacée. Voici quand et où :', ...claimWords(news)],
        link: 'La revoir, l’imprimer ou l’annuler',
      }
    case 'booking-no-show':
      return {
        title: 'Place rendue',
        says: [
          'Personne n’a dit que vous étiez arrivé : la place est rendue.',
          'Vous étiez là ? Dites-le à l’agent, au guichet : il peut le corriger.',
        ],
        link: 'Voir la réservation',
      }
    case 'booking-cancelled':
      return cancelledWords(news)
    case 'booking-attended':
      return undefined
  }
}

/** What a holder is told of a booking, if anything. */
export const bookingMessage = (to: string, news: BookingNews, origin: string): Message | undefined => {
  const words = wordsOf(news)
  if (!words) return undefined
  const { booking, site } = news
  return {
    to,
    subject: `${words.title} : ${dateWords(booking.date)}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      ...words.says,
      whenAndWhere(news),
      `${words.link} : ${origin}/reservation?id=${booking.id}`,
    ),
  }
}
