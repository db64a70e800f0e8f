import { Hono } from 'hono/tiny'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { bookingRoutes as routes } from '../../../shared/contracts/routes/bookings.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { limitedNotices } from '../../use-cases/allowances.ts'
import { cancelBooking } from '../../use-cases/cancel-booking.ts'
import { findBooking } from '../../use-cases/find-booking.ts'
import { findReadableBooking } from '../../use-cases/find-readable-booking.ts'
import { moveBooking } from '../../use-cases/move-booking.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { viewOfFoundBooking } from '../views/door-view.ts'
import { moveRefused } from './move-refusal.ts'

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
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await moveBooking(command, deps, limitedNotices(deps))
        if (result.ok)
          return respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        if (!('wanted' in result.error)) return problem(c, result.error)
        const { wanted, moving, ...refusal } = result.error
        return moveRefused(c, refusal, { ...wanted, moving }, deps)
      },
    )
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
