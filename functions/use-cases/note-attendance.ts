import {
  type Attendance,
  type MarkingRefusal,
  notedAt,
  refusalOfMarking,
} from '../../shared/domain/attendance.ts'
import type { Authorship } from '../../shared/domain/authorship.ts'
import { type DropIn, type DropInRefusal, decideDropIns } from '../../shared/domain/drop-in.ts'
import type { BookingId, DropInId, WorkshopId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { type Actor, atSite } from '../../shared/domain/rights.ts'
import type { Site } from '../../shared/domain/site.ts'
import type { Roll } from '../../shared/store/attendance-store.ts'
import { ContentionError } from '../../shared/store/contention.ts'
import { retryContended } from '../../shared/store/retry.ts'
import { authorize } from './authorize.ts'
import type { BookingDependencies } from './booking-dependencies.ts'
import type { FindDeps } from './find-booking.ts'
import { type MarkAttendanceRefusal, markAttendance } from './mark-attendance.ts'
import { type AttendanceDeps, isCancelled } from './read-attendance.ts'

type Deps = AttendanceDeps & FindDeps & BookingDependencies

/** `sentAt` is what the device's clock says when it sends; every `at` is by the same clock. */
export type NoteAttendance = {
  readonly id: WorkshopId
  readonly by: Actor
  readonly sentAt: Instant
  readonly marks: readonly {
    readonly booking: BookingId
    readonly attendance: Attendance
    readonly at: Instant
  }[]
  readonly dropIns: readonly DropIn[]
}

/** Why one note of several was not kept. */
export type RefusedNote = {
  readonly id: BookingId | DropInId
  readonly refusal: MarkAttendanceRefusal | DropInRefusal
}

export type NoteAttendanceRefusal = MarkingRefusal | { readonly kind: 'not-found' | 'workshop-cancelled' }

const markSeats = async (
  { marks, by }: NoteAttendance,
  { seats }: Roll,
  deps: Deps,
): Promise<RefusedNote[]> => {
  const refused: RefusedNote[] = []
  for (const { booking: id, attendance, at } of marks) {
    const isHere = seats.some((seat) => seat.id === id)
    const result = isHere
      ? await markAttendance({ id, by, attendance, at }, deps)
      : refuse({ kind: 'not-found' } as const)
    if (!result.ok) refused.push({ id, refusal: result.error })
  }
  return refused
}

type Place = { readonly site: Site; readonly authorship: Authorship }

const countDropIns = (
  { id, dropIns }: NoteAttendance,
  { site, authorship }: Place,
  { attendance, now }: Deps,
): Promise<readonly RefusedNote[]> =>
  retryContended(async () => {
    const roll = await attendance.readRoll(id)
    if (!roll) return []
    const { workshop, dropIns: known } = roll
    const { news, refused } = decideDropIns(dropIns, { workshop, site, known, now: now() })
    if (news.length === 0) return refused
    const entry = { scope: atSite(site.id), at: now(), effect: 'counted', about: id } as const
    const conflict = await attendance.countDropIns(roll, news, { ...authorship, ...entry })
    if (conflict) throw new ContentionError(conflict)
    return refused
  })

const onOurClock = (command: NoteAttendance, now: Instant): NoteAttendance => {
  const { sentAt, marks, dropIns } = command
  const corrected = <N extends { readonly at: Instant }>(note: N): N => ({
    ...note,
    at: notedAt(note.at, { sentAt, now }),
  })
  return { ...command, marks: marks.map(corrected), dropIns: dropIns.map(corrected) }
}

/**
 * Keeps what was noted in the room, perhaps hours ago and without a network: each note by itself, so that one
 * that is refused stops no other, and is answered. The same notes again, from any device, change nothing.
 */
export const noteAttendance = async (
  command: NoteAttendance,
  deps: Deps,
): Promise<Result<readonly RefusedNote[], NoteAttendanceRefusal>> => {
  const roll = await deps.attendance.readRoll(command.id)
  if (!roll) return refuse({ kind: 'not-found' })
  const { workshop } = roll
  const [authorship, details] = await Promise.all([
    authorize(command.by, 'mark-attendance', { site: workshop.site }, deps),
    deps.attendance.readRollDetails(roll),
  ])
  if (!authorship || !details) return refuse({ kind: 'not-found' })
  const { site } = details
  if (isCancelled(roll, site)) return refuse({ kind: 'workshop-cancelled' })
  const now = deps.now()
  const early = refusalOfMarking(workshop, site, { at: now, now })
  if (early) return refuse(early)
  const noted = onOurClock(command, now)
  const unmarked = await markSeats(noted, roll, deps)
  const uncounted = noted.dropIns.length > 0 ? await countDropIns(noted, { site, authorship }, deps) : []
  return ok([...unmarked, ...uncounted])
}
