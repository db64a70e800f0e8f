import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import type { BookSpace } from './book-space-command.ts'
import { holderBookedFor } from './booked-for.ts'

/**
 * What a booking may end. A new person waits for nothing; a series may give its dates back, and ends no wait. Who
 * waits for a seat may be listed on the day that its workshop had before.
 */
export const waitsOf = async (
  { whose, date, workshop, series }: BookSpace,
  { bookings }: Pick<StartDependencies, 'bookings'>,
): Promise<readonly WaitlistEntry[]> => {
  const holder = series ? undefined : holderBookedFor(whose)
  return holder === undefined ? [] : bookings.readOwnWaits(holder, workshop ? undefined : date)
}
