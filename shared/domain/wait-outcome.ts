import type { Booking } from './booking.ts'
import { asOf } from './booking-change.ts'
import type { Instant } from './instant.ts'
import { WAIT_STATUSES, type Wait } from './wait.ts'

/** What became of a wait, and of the place that was offered: accepted, declined, not answered in time, or cancelled. */
export const WAIT_OUTCOMES = [...WAIT_STATUSES, 'accepted', 'declined', 'lapsed', 'cancelled'] as const
export type WaitOutcome = (typeof WAIT_OUTCOMES)[number]

const outcomeOfOffer = ({ status, cause }: Booking): WaitOutcome => {
  if (status === 'offered') return 'offered'
  if (status !== 'cancelled') return 'accepted'
  return cause === 'declined' || cause === 'lapsed' ? cause : 'cancelled'
}

/** `booking`: what was offered, if anything was. */
export const outcomeOf = ({ status }: Wait, booking: Booking | undefined, now: Instant): WaitOutcome =>
  status === 'offered' && booking ? outcomeOfOffer(asOf(booking, now)) : status
