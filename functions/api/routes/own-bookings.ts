import { Hono } from 'hono'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { bookingRoutes as routes } from '../../../shared/contracts/routes/bookings.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { spendNotice } from '../../use-cases/allowances.ts'
import { cancelBooking } from '../../use-cases/cancel-booking.ts'
import { findBooking } from '../../use-cases/find-booking.ts'
import { findBookingToMove } from '../../use-cases/find-booking-to-move.ts'
import { findReadableBooking } from '../../use-cases/find-readable-booking.ts'
import { moveBooking } from '../../use-cases/move-booking.ts'
import { calendarOf } from '../calendar.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { viewOfFoundBooking } from '../views/door-view.ts'
import { refused } from './booking-refusal.ts'

export const ownBookingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readBooking.path, mine, validParam(routes.readBooking.params), async (c) => {
      const found = await findReadableBooking({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return found
        ? respond(c, 200, BookingView, await viewOfFoundBooking(found, c.get('holder'), deps))
        : problem(c, { kind: 'not-found' })
    })
    .patch(
      routes.moveBooking.path,
      jsonOnly,
      mine,
      validParam(routes.moveBooking.params),
      validBody(routes.moveBooking.body),
      async (c) => {
        const [{ id }, by] = [c.req.valid('param'), c.get('holder')]
        const bounded = await spendNotice(by.id, (await findBookingToMove(id, by, deps))?.holder, deps)
        if (bounded) return problem(c, bounded)
        const result = await moveBooking({ id, ...c.req.valid('json'), by }, deps)
        if (result.ok)
          return respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        if (!('wanted' in result.error)) return problem(c, result.error)
        const { wanted, moving, ...refusal } = result.error
        return refused(c, refusal, { ...wanted, moving }, deps)
      },
    )
    .get(routes.readCalendar.path, mine, validParam(routes.readCalendar.params), async (c) => {
      const details = await findReadableBooking({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return details
        ? c.body(calendarOf(details, deps.now()), 200, {
            'content-type': 'text/calendar; charset=utf-8',
            'content-disposition': 'attachment; filename="reservation.ics"',
          })
        : problem(c, { kind: 'not-found' })
    })
    .delete(routes.cancelBooking.path, mine, validParam(routes.cancelBooking.params), async (c) => {
      const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'change-booking' } as const
      const found = await findBooking(finding, deps)
      if (!found) return problem(c, { kind: 'not-found' })
      const { booking, holder, authorship } = found
      const result = await cancelBooking({ id: booking.id, holder: holder.id, authorship }, deps)
      return result.ok
        ? respond(c, 200, BookingView, viewOfBooking(result.value, holder, deps.now()))
        : problem(c, result.error)
    })
}
