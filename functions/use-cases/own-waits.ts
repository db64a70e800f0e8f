import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import type { BookSpace } from './book-space-command.ts'
import { holderBookedFor } from './booked-for.ts'

/** A new person waits for nothing. Who waits for a seat may be listed on the day that its workshop had before. */
export const waitsOf = async (
  { whose, date, workshop }: BookSpace,
  { bookings }: Pick<StartDependencies, 'bookings'>,
): Promise<readonly WaitlistEntry[]> => {
  const holder = holderBookedFor(whose)
  return holder === undefined ? [] : bookings.readOwnWaits(holder, workshop ? undefined : date)
}
