import { referenceOf } from '../../../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../../../shared/domain/booking-details.ts'
import { isActive, isByStaff } from '../../../../../shared/domain/booking-state.ts'
import { checkInWindowOf } from '../../../../../shared/domain/hold-terms.ts'
import { localTimeAt } from '../../../../../shared/domain/instant.ts'
import { FREE } from '../../../../../shared/domain/space.ts'
import { bringWords, partyWords } from '../../../../use-cases/words/fr/party-words.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'
import { priceWords, wayInWords } from '../../../../use-cases/words/fr/way-in-words.ts'
import {
  awayWords,
  type BookingNews,
  counterWords,
  noteWords,
  type Words,
  whenWords,
  whyWords,
} from './booking-words.ts'
import { cancelledWords } from './cancelled-words.ts'
import { answerTimeWords, type Message, momentWords, textOf } from './messages.ts'

const whenAndWhere = ({ booking, site, space, workshop, association }: BookingNews): string =>
  [
    ...(association === undefined ? [] : [`Pour l’association ${association}`]),
    ...(workshop ? [`${workshop.appointments ? 'Rendez-vous' : 'Atelier'} : ${workshop.title}`] : []),
    ...(workshop ? partyWords(booking) : []),
    `Le ${whenWords(booking)}`,
    ...(space ? [space.name] : []),
    site.name,
    site.address,
    `${site.postcode} ${site.commune}`,
    ...(isActive(booking) && site.phone ? [`Téléphone : ${site.phone}`] : []),
    ...(isActive(booking) && space ? [`Prix : ${priceWords(workshop ? FREE : space.price)}`] : []),
    ...(isActive(booking) && workshop?.bring ? [bringWords(workshop.bring)] : []),
    `Référence : ${referenceOf(booking.id)}`,
  ].join('\n')

const claimWords = ({ booking, site, space }: BookingDetails): string[] => {
  if (booking.claimBy === undefined || !space?.checkIn) return []
  const { from, until } = checkInWindowOf(space.checkIn, booking, site)
  const [opens, closes] = [from, until].map((at) => minuteWords(localTimeAt(at, site.timeZone).minute))
  return [
    `En arrivant, entre ${opens} et ${closes}, dites-le sur la page de la réservation ou au guichet : sinon, la place est rendue.`,
  ]
}

const offeredWords = (news: BookingNews): Words => {
  const { booking, site, replaced } = news
  const why = whyWords(replaced?.cause ?? 'holder', news)
  return {
    title: replaced ? 'Votre réservation change' : 'Une place est libre pour vous',
    says: [
      ...(replaced
        ? [
            `Votre place du ${whenWords(replaced)}, est annulée${why ? ` : ${why}` : ''}.`,
            ...noteWords(replaced),
            `Nous vous en gardons une autre${awayWords(booking.distanceKm)}, ci-dessous : à vous de dire si elle vous convient.`,
          ]
        : ['La place que vous attendiez est libre. Elle vous est gardée.']),
      `Répondez avant ${momentWords(booking.until, site)}. Ensuite, elle va à la personne suivante.`,
    ],
    link: 'L’accepter, ou la laisser à quelqu’un d’autre',
  }
}

/** A booking takes the place of what its holder waited for. */
const waitedWords = ({ booking, from }: BookingNews): string[] =>
  booking.wait && !from ? ['Vous n’êtes plus sur la liste d’attente : vous avez votre place.'] : []

const confirmedWords = (news: BookingNews): Words =>
  news.from?.status === 'requested'
    ? {
        title: 'C’est accepté',
        says: [
          'Le lieu a accepté votre demande : c’est réservé.',
          ...noteWords(news.booking),
          ...claimWords(news),
        ],
        link: 'La revoir, l’imprimer ou l’annuler',
      }
    : {
        title: 'C’est réservé',
        says: ['Votre réservation est confirmée.', ...waitedWords(news), ...claimWords(news)],
        link: 'La revoir, l’imprimer ou l’annuler',
      }

const movedWords = (news: BookingNews): Words => {
  const { booking, from, spaceBefore, site } = news
  const where = from?.space === booking.space || !spaceBefore ? '' : ` (${spaceBefore})`
  const awaited =
    booking.status === 'requested'
      ? [
          `Le lieu doit encore l’accepter, avant ${momentWords(booking.until, site)}. ${answerTimeWords(site)} En attendant, la place vous est gardée.`,
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
  if (from && isByStaff(booking) && isActive(booking)) return movedWords(news)
  switch (kind) {
    case 'booking-requested':
      return {
        title: 'Demande envoyée',
        says: [
          'Votre demande est envoyée au lieu. En attendant, la place vous est gardée.',
          `Vous aurez la réponse avant ${momentWords(booking.until, site)}. ${answerTimeWords(site)}`,
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
    case 'booking-seat-returned':
      return {
        title: 'Une place est rendue',
        says: [
          'Une de vos deux places est rendue : elle servira à quelqu’un d’autre. L’autre vous est gardée :',
        ],
        link: 'La revoir, l’imprimer ou vous désinscrire',
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
  }
}

/** Undefined when the change is not told. */
export const bookingMessage = (to: string, news: BookingNews, origin: string): Message | undefined => {
  const words = wordsOf(news)
  if (!words) return undefined
  const { booking, site, wayIn } = news
  return {
    to,
    subject: `${words.title} : ${dateWords(booking.date)}, ${site.name}`,
    text: textOf(
      'Bonjour,',
      ...words.says,
      whenAndWhere(news),
      ...counterWords(news),
      ...(wayIn ? [wayInWords(wayIn, site.phone).join('\n')] : []),
      `${words.link} : ${origin}/reservation?id=${booking.id}`,
    ),
  }
}
