import type { Holder } from '../../shared/domain/holder.ts'
import type { WaitlistEntry } from '../../shared/domain/waitlist.ts'
import type { StartDependencies } from '../start-dependencies.ts'
import type { BookSpace } from './book-space-command.ts'

/**
 * What a booking for the holder may end. A series may give its dates back, and ends no wait. Who waits for a seat
 * may be listed on the day that its workshop had before.
 */
export const waitsOf = async (
  { date, workshop, series }: BookSpace,
  { id, hasWaited }: Holder,
  { bookings }: Pick<StartDependencies, 'bookings'>,
): Promise<readonly WaitlistEntry[]> =>
  series || !hasWaited ? [] : bookings.readOwnWaits(id, workshop ? undefined : date)
