import type { Booking } from '../../shared/domain/booking.ts'
import { asOf, isHeld } from '../../shared/domain/booking-state.ts'
import type { DropIn } from '../../shared/domain/drop-in.ts'
import type { Holder } from '../../shared/domain/holder.ts'
import type { WorkshopId } from '../../shared/domain/ids.ts'
import { wasHeldInPart } from '../../shared/domain/led-week.ts'
import type { Actor } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Workshop, WorkshopLevel } from '../../shared/domain/workshop.ts'
import type { Roll } from '../../shared/store/attendance-store.ts'
import type { Dependencies } from '../dependencies.ts'
import { mapAtOnce } from './at-once.ts'
import { authorize } from './authorize.ts'
import { levelsDone } from './newcomers.ts'

export type AttendanceDeps = Pick<
  Dependencies,
  'attendance' | 'grants' | 'sites' | 'seats' | 'workshops' | 'now'
>

/** `done`: the levels that they have been to here, where the workshop is not for beginners. */
type Seated = {
  readonly booking: Booking
  readonly holder: Holder
  readonly done?: readonly WorkshopLevel[] | undefined
}

/** By name within each hour. */
export type WorkshopAttendance = {
  readonly workshop: Workshop
  readonly site: Site
  readonly spaceName: string
  readonly people: readonly Seated[]
  readonly dropIns: readonly DropIn[]
  readonly isCancelled: boolean
}

/** People who came before it was cancelled stay on the roll. */
export const isCancelled = ({ workshop }: Roll, site: Site): boolean =>
  workshop.status === 'cancelled' && !wasHeldInPart(workshop, site)

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
    isCancelled: isCancelled(roll, site),
  }
}

const AT_ONCE = 8

/** Nobody is turned away for a level that is missing: the mediator sees it, no more. */
const withLevels = async (found: WorkshopAttendance, deps: AttendanceDeps): Promise<WorkshopAttendance> => {
  const { workshop, site, people } = found
  if (!workshop.level || workshop.level === 'beginner') return found
  const here = { site: site.id, timeZone: site.timeZone }
  const withDone = async (each: Seated) => ({ ...each, done: await levelsDone(each.holder.id, here, deps) })
  return { ...found, people: await mapAtOnce(people, AT_ONCE, withDone) }
}

/** Two round trips beside those for rights, and two for each person where the workshop is not for beginners. Undefined for people without access. */
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
  return may && found && withLevels(found, deps)
}
