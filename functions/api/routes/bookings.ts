import { type Context, Hono } from 'hono'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { bookingRoutes as routes } from '../../../shared/contracts/routes/bookings.ts'
import type { Wanted } from '../../../shared/domain/availability.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import type { MoveRefusal } from '../../../shared/domain/booking-change.ts'
import type { SiteId } from '../../../shared/domain/site.ts'
import { isBusy } from '../../../shared/store/contention.ts'
import type { Dependencies } from '../../dependencies.ts'
import { findSignedIn, type SessionToken, type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { calendarOf } from '../calendar.ts'
import { viewOfFound } from '../door-view.ts'
import { spendNotice } from '../use-cases/allowances.ts'
import { type BookSpaceRefusal, bookSpace } from '../use-cases/book-space.ts'
import { cancelBooking } from '../use-cases/cancel-booking.ts'
import { findBooking } from '../use-cases/find-booking.ts'
import { findReadableBooking } from '../use-cases/find-readable-booking.ts'
import { moveBooking } from '../use-cases/move-booking.ts'
import type { PersonActedFor } from '../use-cases/person-acted-for.ts'
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
  wanted: Wanted & { readonly site: SiteId; readonly holder?: HolderId | undefined },
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

/** Who would book: nobody is known yet when an agent acts for somebody new. */
const holderOf = ({ holder }: SessionToken, person: PersonActedFor | undefined): HolderId | undefined =>
  person ? ('holder' in person ? person.holder : undefined) : holder

export const bookingRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.bookSpace.path, jsonOnly, withToken, idempotencyKey, validBody(routes.bookSpace.body), async (c) => {
      const { for: person, ...request } = c.req.valid('json')
      const { token, idempotencyKey } = c.var
      const by = request.as && (await findSignedIn(c, deps))
      const bounded = by && (await spendNotice(by.id, request.as, deps))
      if (bounded) return problem(c, bounded)
      const result = await bookSpace({ ...request, person, token, idempotencyKey }, deps)
      return result.ok
        ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        : refused(c, result.error, { ...request, holder: holderOf(token, person) }, deps)
    })
    .get(routes.readBooking.path, mine, validParam(routes.readBooking.params), async (c) => {
      const found = await findReadableBooking({ ...c.req.valid('param'), by: c.get('holder') }, deps)
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
        const [{ id }, by] = [c.req.valid('param'), c.get('holder')]
        const bounded = await spendNotice(by.id, (await deps.bookings.findBooking(id))?.holder, deps)
        if (bounded) return problem(c, bounded)
        const result = await moveBooking({ id, ...c.req.valid('json'), by }, deps)
        if (result.ok) return respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        if (!('wanted' in result.error)) return problem(c, result.error)
        const { wanted, ...refusal } = result.error
        return refused(c, refusal, wanted, deps)
      },
    )
    .get(routes.readCalendar.path, mine, validParam(routes.readCalendar.params), async (c) => {
      const placed = await findReadableBooking({ ...c.req.valid('param'), by: c.get('holder') }, deps)
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
