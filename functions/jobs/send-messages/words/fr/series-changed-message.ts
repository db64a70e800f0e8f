import type { Booking } from '../../../../../shared/domain/booking.ts'
import type { EndedAct } from '../../../../../shared/domain/series.ts'
import { whenWords } from './booking-words.ts'
import {
  answerTimeWords,
  howInWords,
  type Message,
  placeWords,
  rollingWords,
  type SeriesDetails,
  textOf,
} from './messages.ts'

/** `bookings`: the dates that the act changed, as they are now. */
export type SeriesChangedDetails = SeriesDetails & {
  readonly act: EndedAct
  readonly bookings: readonly Booking[]
  readonly association: string
}

const whatWords = ({ act, bookings, association }: SeriesChangedDetails): string => {
  const who = `Quelqu’un de l’association ${association}`
  const dates = bookings.length > 1 ? 'ces dates' : 'cette date'
  if (act.kind === 'moved')
    return `${who} a déplacé ${dates}. ${bookings.length > 1 ? 'Les voici' : 'La voici'} maintenant :`
  return bookings.length > 0 ? `${who} a annulé ${dates} :` : `${who} a arrêté cette série.`
}

const stopWords = (details: SeriesChangedDetails): string[] => {
  if (!details.act.stops) return []
  return details.series.rolling ? rollingWords(details) : ['Aucune autre date ne sera réservée.']
}

const subjectOf = ({ act, bookings, site }: SeriesChangedDetails): string => {
  if (bookings.length === 0) return `Série arrêtée : ${site.name}`
  const dates = `${bookings.length} ${bookings.length > 1 ? 'dates' : 'date'}`
  return `${act.kind === 'moved' ? 'Série déplacée' : 'Série annulée'} : ${dates}, ${site.name}`
}

/** For the others of an association, when one of them has moved or cancelled dates of its series. */
export const seriesChangedMessage = (to: string, details: SeriesChangedDetails, origin: string): Message => {
  const { act, bookings, series, site, space } = details
  const isMoved = act.kind === 'moved'
  return {
    to,
    subject: subjectOf(details),
    text: textOf(
      'Bonjour,',
      whatWords(details),
      ...(bookings.length > 0 ? [bookings.map((each) => `- ${whenWords(each)}`).join('\n')] : []),
      ...(isMoved && space?.approval ? [`Le lieu répond pour chacune. ${answerTimeWords(site)}`] : []),
      ...stopWords(details),
      placeWords(details),
      ...(isMoved ? howInWords(details) : []),
      `Voir la série : ${origin}/serie?id=${series.id}`,
    ),
  }
}
