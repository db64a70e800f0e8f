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
import { bookSpace } from '../../use-cases/book-space.ts'
import { type SignedInFor, signedInFor } from '../../use-cases/booked-for.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { refused } from './booking-refusal.ts'

/** Unknown when an agent acts for somebody new. */
const holderOf = (whose: SignedInFor): HolderId | undefined => {
  if (whose.kind !== 'person') return whose.kind === 'self' ? whose.token.holder : whose.association
  return 'holder' in whose.person ? whose.person.holder : undefined
}

export const bookingRoutes = (deps: StartDependencies) =>
  new Hono<SignedIn>().post(
    routes.bookSpace.path,
    jsonOnly,
    withToken,
    idempotencyKey,
    validBody(routes.bookSpace.body),
    async (c) => {
      const { for: person, as, ...request } = c.req.valid('json')
      const { token, idempotencyKey } = c.var
      const by = as && (await findSignedIn(c, deps))
      const bounded = by && (await spendNotice(by.id, as, deps))
      if (bounded) return problem(c, bounded)
      const whose = signedInFor(token, { person, as })
      const result = await bookSpace({ ...request, whose, idempotencyKey }, deps)
      return result.ok
        ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        : refused(c, result.error, { ...request, holder: holderOf(whose) }, deps)
    },
  )
