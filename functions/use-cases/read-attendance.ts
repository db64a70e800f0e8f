import type { Booking } from '../../shared/domain/booking.ts'
import { asOf, isHeld } from '../../shared/domain/booking-state.ts'
import type { DropIn } from '../../shared/domain/drop-in.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Workshop } from '../../shared/domain/workshop.ts'
import type { Roll } from '../../shared/store/attendance-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { authorize } from './authorize.ts'

export type AttendanceDeps = Pick<Dependencies, 'attendance' | 'grants' | 'sites' | 'now'>

/** By name within each hour. */
export type WorkshopAttendance = {
  readonly workshop: Workshop
  readonly site: Site
  readonly spaceName: string
  readonly people: readonly { readonly booking: Booking; readonly holder: Holder }[]
  readonly dropIns: readonly DropIn[]
}

type Seated = WorkshopAttendance['people'][number]

const inOrder = (one: Seated, other: Seated): number =>
  one.booking.start - other.booking.start ||
  (one.holder.name ?? '').localeCompare(other.holder.name ?? '', 'fr')

/** Held seats are left out: nobody has accepted them. Undefined when the site is gone. */
const attendanceIn = async (
  roll: Roll,
  { attendance, now }: Pick<AttendanceDeps, 'attendance' | 'now'>,
): Promise<WorkshopAttendance | undefined> => {
  const details = await attendance.readRollDetails(roll)
  if (!details) return undefined
  const { workshop, dropIns } = roll
  const { site, spaceName = workshop.space, bookings, holders } = details
  const people = bookings
    .map((booking) => asOf(booking, now()))
    .filter((booking) => booking.status !== 'cancelled' && !isHeld(booking))
    .map((booking) => ({ booking, holder: holders.get(booking.holder) ?? { id: booking.holder } }))
  return {
    workshop,
    site,
    spaceName,
    people: people.sort(inOrder),
    dropIns: dropIns.filter(({ gone }) => !gone).sort((one, other) => one.at - other.at),
  }
}

/** Two round trips beside those for rights. Undefined for people without access. */
export const readAttendance = async (
  { id, by }: { readonly id: WorkshopId; readonly by: Actor },
  deps: AttendanceDeps,
): Promise<WorkshopAttendance | undefined> => {
  const roll = await deps.attendance.readRoll(id)
  if (!roll) return undefined
  const [may, found] = await Promise.all([
    authorize(by, 'mark-attendance', { site: roll.workshop.site }, deps),
    attendanceIn(roll, deps),
  ])
  return may && found
}
