import type { Booking, CancellationCause } from '../../../../../shared/domain/booking.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/en/time-words.ts'
import type * as fr from '../fr/booking-words.ts'
import { hourWords } from './messages.ts'

export const whenWords = ({ date, start, end }: Booking): string =>
  `${dateWords(date)}, ${hourWords(start)} to ${hourWords(end)}`

export const noteWords = ({ note }: Booking): string[] =>
  note === undefined ? [] : [`A word from the post office: ${note}`]

export const awayWords: typeof fr.awayWords = (distanceKm) => {
  if (distanceKm === undefined) return ''
  return distanceKm < 1 ? ', less than 1 km away' : `, ${Math.round(distanceKm)} km away as the crow flies`
}

export const counterWords: typeof fr.counterWords = ({ counter }) => {
  if (!counter) return []
  const { match, site, state } = counter
  const away = awayWords(match.distanceKm)
  const opens =
    'openUntil' in state
      ? `At that time, the nearest counter is open until ${minuteWords(state.openUntil)}${away}:`
      : `The nearest counter opens on ${dateWords(state.opensOn)} at ${minuteWords(state.opensAt)}${away}:`
  const place = [site.name, site.address, `${site.postcode} ${site.commune}`]
  return [[`Do you need a post office? ${opens}`, ...place].join('\n')]
}

const WHY: Partial<Record<CancellationCause, string>> = {
  closure: 'the post office will be closed',
  'hours-changed': 'the opening hours have changed',
  'lending-changed': 'the space can no longer be booked that way',
  'workshop-cancelled': 'the workshop will not take place',
  'handed-over': 'somebody else leads this workshop',
  'workshop-moved': 'the workshop is at another time, and you have another booking then',
}

export const whyWords: typeof fr.whyWords = (cause, { workshop }) =>
  cause === 'workshop-cancelled' && workshop?.appointments
    ? 'the appointments of that day will not take place'
    : WHY[cause]
