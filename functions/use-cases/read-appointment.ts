import type { Booking } from '../../shared/domain/booking.ts'
import { asOf, isActive } from '../../shared/domain/booking-state.ts'
import type { HolderId, WorkshopId } from '../../shared/domain/ids.ts'
import type { LocalDate } from '../../shared/domain/local-date.ts'
import type { BookingDependencies } from './booking-dependencies.ts'

type Deps = Pick<BookingDependencies, 'workshops' | 'seats' | 'now'>

/** The appointment that somebody has in a permanence: it stays so while their own day has no other changes. */
export const readAppointment = async (
  holder: HolderId,
  { id, date }: { readonly id: WorkshopId; readonly date: LocalDate },
  { workshops, seats, now }: Deps,
): Promise<{ readonly ownDayChanges: number; readonly seat: Booking | undefined }> => {
  // The own day is read first, so that the write notices a seat taken after the roll was read.
  const { changes: ownDayChanges } = await workshops.readOwnDay(holder, date)
  const theirs = await seats.listSeatsIn(holder, id)
  return { ownDayChanges, seat: theirs.find((seat) => isActive(asOf(seat, now()))) }
}
