import type { Booking } from './booking.ts'
import { asOf } from './booking-state.ts'
import type { Instant } from './instant.ts'
import { WAITLIST_STATUSES, type WaitlistEntry } from './waitlist.ts'

export const WAITLIST_OUTCOMES = [
  ...WAITLIST_STATUSES,
  'accepted',
  'declined',
  'lapsed',
  'cancelled',
] as const
export type WaitlistOutcome = (typeof WAITLIST_OUTCOMES)[number]

const outcomeOfOffer = ({ status, cause }: Booking): WaitlistOutcome => {
  if (status === 'offered') return 'offered'
  if (status !== 'cancelled') return 'accepted'
  return cause === 'declined' || cause === 'lapsed' ? cause : 'cancelled'
}

export const waitlistOutcomeOf = (
  { status }: WaitlistEntry,
  booking: Booking | undefined,
  now: Instant,
): WaitlistOutcome => (status === 'offered' && booking ? outcomeOfOffer(asOf(booking, now)) : status)
