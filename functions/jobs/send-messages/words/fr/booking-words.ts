import type { Booking, CancellationCause } from '../../../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../../../shared/domain/booking-details.ts'
import type { WayIn } from '../../../../../shared/domain/way-in.ts'
import type { OutboxEvent } from '../../../../../shared/store/outbox.ts'
import type { OpenCounter } from '../../../../use-cases/nearest-counters.ts'
import { dateWords, minuteWords } from '../../../../use-cases/words/fr/time-words.ts'
import { hourWords } from './messages.ts'

/** A change of a booking: its previous state, and the booking that it replaces. */
export type BookingNews = BookingDetails & {
  readonly kind: Extract<OutboxEvent, { readonly booking: Booking }>['kind']
  readonly from?: Booking | undefined
  readonly spaceBefore?: string | undefined
  readonly replaced?: Booking | undefined
  readonly association?: string | undefined
  /** Near a place that is closed. */
  readonly counter?: OpenCounter | undefined
  readonly wayIn?: WayIn | undefined
}

export type Words = { readonly title: string; readonly says: readonly string[]; readonly link: string }

export const whenWords = ({ date, start, end }: Booking): string =>
  `${dateWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`

export const noteWords = ({ note }: Booking): string[] =>
  note === undefined ? [] : [`Le mot du lieu : ${note}`]

export const awayWords = (distanceKm: number | undefined): string => {
  if (distanceKm === undefined) return ''
  return distanceKm < 1 ? ', à moins de 1 km' : `, à ${Math.round(distanceKm)} km à vol d’oiseau`
}

/** For somebody who needs the post office, whose counter is closed as well. */
export const counterWords = ({ counter }: BookingNews): string[] => {
  if (!counter) return []
  const { match, site, state } = counter
  const away = awayWords(match.distanceKm)
  const opens =
    'openUntil' in state
      ? `À cette heure-là, le guichet le plus proche sera ouvert jusqu’à ${minuteWords(state.openUntil)}${away} :`
      : `Le guichet le plus proche ouvrira le ${dateWords(state.opensOn)} à ${minuteWords(state.opensAt)}${away} :`
  const place = [site.name, site.address, `${site.postcode} ${site.commune}`]
  return [[`Besoin de la poste ? ${opens}`, ...place].join('\n')]
}

const WHY: Partial<Record<CancellationCause, string>> = {
  closure: 'le lieu sera fermé',
  'hours-changed': 'les horaires du lieu ont changé',
  'lending-changed': 'l’espace n’est plus prêté ainsi',
  'workshop-cancelled': 'l’atelier n’aura pas lieu',
  'handed-over': 'quelqu’un d’autre anime cet atelier',
  'workshop-moved': 'l’atelier a changé d’heure, et vous avez déjà une réservation à cette heure-là',
}

export const whyWords = (cause: CancellationCause, { workshop }: BookingNews): string | undefined =>
  cause === 'workshop-cancelled' && workshop?.appointments
    ? 'les rendez-vous de ce jour-là n’auront pas lieu'
    : WHY[cause]
