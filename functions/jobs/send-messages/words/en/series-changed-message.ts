import type * as fr from '../fr/series-changed-message.ts'
import { whenWords } from './booking-words.ts'
import { answerTimeWords, howInWords, placeWords, rollingWords, textOf } from './messages.ts'

type SeriesChangedDetails = fr.SeriesChangedDetails

const whatWords = ({ act, bookings, association }: SeriesChangedDetails): string => {
  const who = `Somebody from the association ${association}`
  const dates = bookings.length > 1 ? 'these dates' : 'this date'
  if (act.kind === 'moved')
    return `${who} has moved ${dates}. Here ${bookings.length > 1 ? 'they are' : 'it is'} now:`
  return bookings.length > 0 ? `${who} has cancelled ${dates}:` : `${who} has stopped this series.`
}

const stopWords = (details: SeriesChangedDetails): string[] => {
  if (!details.act.stops) return []
  return details.series.rolling ? rollingWords(details) : ['No other date will be booked.']
}

const subjectOf = ({ act, bookings, site }: SeriesChangedDetails): string => {
  if (bookings.length === 0) return `Series stopped: ${site.name}`
  const dates = `${bookings.length} ${bookings.length > 1 ? 'dates' : 'date'}`
  return `${act.kind === 'moved' ? 'Series moved' : 'Series cancelled'}: ${dates}, ${site.name}`
}

export const seriesChangedMessage: typeof fr.seriesChangedMessage = (to, details, origin) => {
  const { act, bookings, series, site, space } = details
  const isMoved = act.kind === 'moved'
  return {
    to,
    subject: subjectOf(details),
    text: textOf(
      'Hello,',
      whatWords(details),
      ...(bookings.length > 0 ? [bookings.map((each) => `- ${whenWords(each)}`).join('\n')] : []),
      ...(isMoved && space?.approval
        ? [`The post office answers for each of them. ${answerTimeWords(site)}`]
        : []),
      ...stopWords(details),
      placeWords(details),
      ...(isMoved ? howInWords(details) : []),
      `See the series: ${origin}/serie?id=${series.id}`,
    ),
  }
}
