import { Hono } from 'hono/tiny'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { bookingRoutes as routes } from '../../../shared/contracts/routes/bookings.ts'
import { withCaller } from '../../http/caller.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody } from '../../http/valid.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { limitedNotices } from '../../use-cases/allowances.ts'
import { bookSpace } from '../../use-cases/book-space.ts'
import { signedInFor } from '../../use-cases/booked-for.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { bookingRefused } from './booking-refusal.ts'

export const bookingRoutes = (deps: StartDependencies) =>
  new Hono().post(
    routes.bookSpace.path,
    jsonOnly,
    withCaller,
    idempotencyKey,
    validBody(routes.bookSpace.body),
    async (c) => {
      const { for: person, as, ...request } = c.req.valid('json')
      const { caller, idempotencyKey } = c.var
      const whose = signedInFor(caller, { person, as })
      if (whose.kind === 'self' && 'key' in caller) return problem(c, { kind: 'person-missing' })
      const command = { ...request, whose, idempotencyKey }
      const result = await bookSpace(command, deps, limitedNotices(deps))
      return result.ok
        ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        : bookingRefused(c, result.error)
    },
  )
