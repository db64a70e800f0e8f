import { Hono } from 'hono/tiny'
import { AttendanceView, NotedAttendanceView } from '../../../shared/contracts/attendance-views.ts'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { attendanceRoutes as routes } from '../../../shared/contracts/routes/attendance.ts'
import { decideCheckIn } from '../../../shared/domain/attendance.ts'
import type { Booking } from '../../../shared/domain/booking.ts'
import type { BookingDetails } from '../../../shared/domain/booking-details.ts'
import { localTextAt } from '../../../shared/domain/instant.ts'
import { type Result, refuse } from '../../../shared/domain/result.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem, type Refusal } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { changeBooking } from '../../use-cases/change-booking.ts'
import { markAttendance } from '../../use-cases/mark-attendance.ts'
import { noteAttendance } from '../../use-cases/note-attendance.ts'
import { readAttendance } from '../../use-cases/read-attendance.ts'
import { viewOfAttendance, viewOfNoted } from '../views/attendance-view.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { viewOfFoundBooking } from '../views/door-view.ts'

/** The refusal says from when to when attendance can be marked, on the site's clock. */
const decideAtTheDoor = (
  details: BookingDetails,
  deps: Pick<Dependencies, 'now'>,
): Result<Booking, Refusal> => {
  const decision = decideCheckIn(details, deps.now())
  if (decision.ok || decision.error.kind !== 'check-in-closed') return decision
  const { kind, from, until } = decision.error
  const text = (at: typeof from) => at && localTextAt(at, details.site.timeZone)
  return refuse({ kind, from: text(from), until: text(until) })
}

const bookingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.checkIn.path, mine, validParam(routes.checkIn.params), async (c) => {
      const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'check-in' } as const
      const result = await changeBooking(finding, (found) => decideAtTheDoor(found, deps), deps)
      return result.ok
        ? respond(c, 200, BookingView, await viewOfFoundBooking(result.value, c.get('holder'), deps))
        : problem(c, result.error)
    })
    .put(
      routes.markAttendance.path,
      jsonOnly,
      mine,
      validParam(routes.markAttendance.params),
      validBody(routes.markAttendance.body),
      async (c) => {
        const attendance = c.req.valid('json').attended ? 'present' : 'absent'
        const command = { ...c.req.valid('param'), attendance, by: c.get('holder') } as const
        const result = await markAttendance(command, deps)
        return result.ok
          ? respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
          : problem(c, result.error)
      },
    )
}

const workshopRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readAttendance.path, mine, validParam(routes.readAttendance.params), async (c) => {
      const by = c.get('holder')
      const found = await readAttendance({ ...c.req.valid('param'), by }, deps)
      return found
        ? respond(c, 200, AttendanceView, viewOfAttendance(found, by.id))
        : problem(c, { kind: 'not-found' })
    })
    .put(
      routes.noteAttendance.path,
      jsonOnly,
      mine,
      validParam(routes.noteAttendance.params),
      validBody(routes.noteAttendance.body),
      async (c) => {
        const by = c.get('holder')
        const result = await noteAttendance({ ...c.req.valid('param'), ...c.req.valid('json'), by }, deps)
        return result.ok
          ? respond(c, 200, NotedAttendanceView, viewOfNoted(result.value))
          : problem(c, result.error)
      },
    )
}

export const attendanceRoutes = (deps: Dependencies) =>
  new Hono().route('/', bookingRoutes(deps)).route('/', workshopRoutes(deps))
