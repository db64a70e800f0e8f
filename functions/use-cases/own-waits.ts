import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import type { BookSpace } from './book-space-command.ts'
import { holderBookedFor } from './booked-for.ts'

/** A new person waits for nothing. */
export const waitsOf = async (
  { whose, date }: BookSpace,
  { bookings }: Pick<StartDependencies, 'bookings'>,
): Promise<readonly WaitlistEntry[]> => {
  const holder = holderBookedFor(whose)
  return holder === undefined ? [] : bookings.readOwnWaits(holder, date)
}
