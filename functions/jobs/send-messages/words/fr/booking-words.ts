import type { Booking, CancellationCause } from '../../../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../../../shared/domain/booking-details.ts'
import type { WayIn } from '../../../../../shared/domain/way-in.ts'
import type { OutboxEvent } from '../../../../../shared/store/outbox.ts'
import { dateWords } from '../../../../use-cases/words/fr/time-words.ts'
import { hourWords } from './messages.ts'

/** A change of a booking: its previous state, and the booking that it replaces. */
export type BookingNews = BookingDetails & {
  readonly kind: Extract<OutboxEvent, { readonly booking: Booking }>['kind']
  readonly from?: Booking | undefined
  readonly spaceBefore?: string | undefined
  readonly replaced?: Booking | undefined
  readonly association?: string | undefined
  readonly wayIn?: WayIn | undefined
}

export type Words = { readonly title: string; readonly says: readonly string[]; readonly link: string }

export const whenWords = ({ date, start, end }: Booking): string =>
  `${dateWords(date)}, de ${hourWords(start)} à ${hourWords(end)}`

export const noteWords = ({ note }: Booking): string[] =>
  note === undefined ? [] : [`Le mot du lieu : ${note}`]

export const WHY: Partial<Record<CancellationCause, string>> = {
  closure: 'le lieu sera fermé',
  'hours-changed': 'les horaires du lieu ont changé',
  'lending-changed': 'l’espace n’est plus prêté ainsi',
  'workshop-cancelled': 'l’atelier n’aura pas lieu',
}
