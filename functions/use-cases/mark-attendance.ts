import { type Attendance, type AttendanceRefusal, decideAttendance } from '../../shared/domain/attendance.ts'
import { isActive } from '../../shared/domain/booking-state.ts'
import type { BookingId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import { commitAndOffer, endLapsedOn } from './commit-and-offer.ts'
import { type FindDeps, type FoundBooking, findBooking } from './find-booking.ts'

/** `at` is when it was noted, now by default. */
export type MarkAttendance = {
  readonly id: BookingId
  readonly by: Actor
  readonly attendance: Attendance
  readonly at?: Instant
}

export type MarkAttendanceRefusal =
  | AttendanceRefusal
  | { readonly kind: 'not-found' | 'taken' | 'holder-busy' }

const attempt = async (
  command: MarkAttendance,
  deps: FindDeps & BookingDependencies,
): Promise<Result<FoundBooking, MarkAttendanceRefusal>> => {
  const finding = { ...command, action: 'mark-attendance' } as const
  const found = await findBooking(finding, deps)
  if (!found) return refuse({ kind: 'not-found' })
  const { booking } = found
  const decision = decideAttendance(found, { ...command, by: command.by.id }, deps.now())
  if (!decision.ok) return decision
  const to = decision.value
  if (to === booking) return ok(found)
  const change = { from: booking, to, authorship: found.authorship }
  if (isActive(booking)) {
    await commitAndOffer([change], deps)
    return ok({ ...found, booking: to })
  }
  const conflict = await deps.bookings.change([change], deps.now())
  if (conflict === 'changed' || (conflict && (await endLapsedOn(booking, deps))))
    throw new ContentionError(conflict)
  return conflict ? refuse({ kind: conflict }) : ok({ ...found, booking: to })
}

/** No-shows free their units; people who came after all get them back unless they are booked. */
export const markAttendance = (
  command: MarkAttendance,
  deps: FindDeps & BookingDependencies,
): Promise<Result<FoundBooking, MarkAttendanceRefusal>> => retryContended(() => attempt(command, deps))
