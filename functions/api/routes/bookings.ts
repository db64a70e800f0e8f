import { Hono } from 'hono'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { bookingRoutes as routes } from '../../../shared/contracts/routes/bookings.ts'
import type { HolderId } from '../../../shared/domain/ids.ts'
import { findSignedIn, type SignedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody } from '../../http/valid.ts'
import type { StartDependencies } from '../../start-dependencies.ts'
import { spendNotice } from '../../use-cases/allowances.ts'
import { type BookSpace, bookSpace } from '../../use-cases/book-space.ts'
import type { SessionToken } from '../../use-cases/session-token.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { refused } from './booking-refusal.ts'

/** For whom it would be booked: nobody is known yet when an agent acts for somebody new. */
const holderOf = (
  { holder }: SessionToken,
  { person, as }: Pick<BookSpace, 'person' | 'as'>,
): HolderId | undefined => (person ? ('holder' in person ? person.holder : undefined) : (as ?? holder))

export const bookingRoutes = (deps: StartDependencies) =>
  new Hono<SignedIn>().post(
    routes.bookSpace.path,
    jsonOnly,
    withToken,
    idempotencyKey,
    validBody(routes.bookSpace.body),
    async (c) => {
      const { for: person, ...request } = c.req.valid('json')
      const { token, idempotencyKey } = c.var
      const by = request.as && (await findSignedIn(c, deps))
      const bounded = by && (await spendNotice(by.id, request.as, deps))
      if (bounded) return problem(c, bounded)
      const result = await bookSpace({ ...request, person, token, idempotencyKey }, deps)
      return result.ok
        ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        : refused(c, result.error, { ...request, holder: holderOf(token, { ...request, person }) }, deps)
    },
  )
