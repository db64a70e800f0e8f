import { type Context, Hono } from 'hono'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { bookingRoutes as routes } from '../../../shared/contracts/routes/bookings.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import type { MoveRefusal } from '../../../shared/domain/booking-change.ts'
import { isBusy } from '../../../shared/store/contention.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SessionToken, type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { calendarOf } from '../calendar.ts'
import { viewOfFound } from '../door-view.ts'
import { type BookSpace, type BookSpaceRefusal, bookSpace } from '../use-cases/book-space.ts'
import { cancelBooking } from '../use-cases/cancel-booking.ts'
import { type Finding, findBooking } from '../use-cases/find-booking.ts'
import { moveBooking } from '../use-cases/move-booking.ts'
import { findAlternatives } from '../use-cases/read-availability.ts'
import { viewOfBooking, viewOfFree, viewOfQuarters } from '../views.ts'

/** That the time is taken is decided: it is said even when others cannot be looked up just now. */
const noneWhenBusy = (error: unknown): [] => {
  if (isBusy(error)) return []
  throw error
}

const refused = async (
  c: Context,
  refusal: BookSpaceRefusal | MoveRefusal,
  wanted: Parameters<typeof findAlternatives>[0],
  deps: Dependencies,
): Promise<Response> => {
  if (refusal.kind === 'outside-opening') return problem(c, { ...refusal, open: refusal.open.map(viewOfQuarters) })
  if (refusal.kind !== 'taken') return problem(c, refusal)
  const alternatives = await findAlternatives(wanted, deps).catch(noneWhenBusy)
  return problem(c, {
    ...refusal,
    alternatives: alternatives.map((each) => ({ space: each.space, date: each.date, ...viewOfFree(each) })),
  })
}

/** For whom it would be booked: nobody is known yet when an agent acts for somebody new. */
const holderOf = ({ holder }: SessionToken, { person, as }: Pick<BookSpace, 'person' | 'as'>): HolderId | undefined =>
  person ? ('holder' in person ? person.holder : undefined) : (as ?? holder)

const reading = (c: Context<SignedIn>, { id }: Pick<Finding, 'id'>): Finding => ({
  id,
  by: c.get('holder'),
  action: 'read-booking',
})

export const bookingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.bookSpace.path, jsonOnly, withToken, idempotencyKey, validBody(routes.bookSpace.body), async (c) => {
      const { for: person, ...request } = c.req.valid('json')
      const { token, idempotencyKey } = c.var
      const result = await bookSpace({ ...request, person, token, idempotencyKey }, deps)
      return result.ok
        ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        : refused(c, result.error, { ...request, holder: holderOf(token, { ...request, person }) }, deps)
    })
    .get(routes.readBooking.path, mine, validParam(routes.readBooking.params), async (c) => {
      const found = await findBooking(reading(c, c.req.valid('param')), deps)
      return found
        ? respond(c, 200, BookingView, await viewOfFound(found, c.get('holder'), deps))
        : problem(c, { kind: 'not-found' })
    })
    .patch(
      routes.moveBooking.path,
      jsonOnly,
      mine,
      validParam(routes.moveBooking.params),
      validBody(routes.moveBooking.body),
      async (c) => {
        const result = await moveBooking({ ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }, deps)
        if (result.ok) return respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        if (!('wanted' in result.error)) return problem(c, result.error)
        const { wanted, moving, ...refusal } = result.error
        return refused(c, refusal, { ...wanted, moving }, deps)
      },
    )
    .get(routes.readCalendar.path, mine, validParam(routes.readCalendar.params), async (c) => {
      const placed = await findBooking(reading(c, c.req.valid('param')), deps)
      return placed
        ? c.body(calendarOf(placed, deps.now()), 200, {
            'content-type': 'text/calendar; charset=utf-8',
            'content-disposition': 'attachment; filename="reservation.ics"',
          })
        : problem(c, { kind: 'not-found' })
    })
    .delete(routes.cancelBooking.path, mine, validParam(routes.cancelBooking.params), async (c) => {
      const finding = { ...c.req.valid('param'), by: c.get('holder'), action: 'change-booking' } as const
      const found = await findBooking(finding, deps)
      if (!found) return problem(c, { kind: 'not-found' })
      const { booking, holder, doing } = found
      const result = await cancelBooking({ id: booking.id, holder: holder.id, doing }, deps)
      return result.ok
        ? respond(c, 200, BookingView, viewOfBooking(result.value, holder, deps.now()))
        : problem(c, result.error)
    })
}
