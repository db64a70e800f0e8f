import type { Booking, CancellationCause } from '../../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../../shared/domain/booking-details.ts'
import type { ReminderKind } from '../../../../shared/domain/reminder.ts'
import type { WayIn } from '../../../../shared/domain/way-in.ts'
import type { OutboxEvent } from '../../../../shared/store/outbox.ts'
import type { OpenCounter } from '../../../use-cases/nearest-counters.ts'
import type { MailBlock } from '../mail.ts'
import type { MailWords } from '../words-in.ts'

/** A change of a booking: its previous state, and the booking that it replaces. */
export type BookingNews = BookingDetails & {
  readonly kind: Extract<OutboxEvent, { readonly booking: Booking }>['kind'] | `reminder-${ReminderKind}`
  readonly from?: Booking | undefined
  readonly spaceBefore?: string | undefined
  readonly replaced?: Booking | undefined
  readonly association?: string | undefined
  /** Near a place that is closed. */
  readonly counter?: OpenCounter | undefined
  readonly wayIn?: WayIn | undefined
}

/** What is said of a change, before the booking itself. */
export type Told = {
  readonly title: string
  readonly says: readonly MailBlock[]
  readonly action: string
}

export const noteIn = ({ note: say }: MailWords['bookings'], { note }: Booking): string[] =>
  note === undefined ? [] : [say(note)]

/** Undefined where nobody but the holder had a reason. */
export const whyIn = (
  { why, whyOfAppointments }: MailWords['bookings'],
  cause: CancellationCause,
  { workshop }: BookingNews,
): string | undefined =>
  cause === 'workshop-cancelled' && workshop?.appointments ? whyOfAppointments : why[cause]

export const awayIn = ({ near, away }: MailWords['bookings'], km: number | undefined): string => {
  if (km === undefined) return ''
  return km < 1 ? near : away(Math.round(km))
}
