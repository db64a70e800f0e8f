import { Hono } from 'hono'
import { FoundBookings, KnownPeople } from '../../../shared/contracts/counter-views.ts'
import { counterRoutes as routes } from '../../../shared/contracts/routes/counter.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { searchBookings, searchPeople } from '../../use-cases/search-counter.ts'
import { viewOfBooking } from '../views/booking-view.ts'

export const counterRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.searchBookings.path,
      jsonOnly,
      mine,
      validParam(routes.searchBookings.params),
      validBody(routes.searchBookings.body),
      async (c) => {
        const search = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const answer = await searchBookings(search, deps)
        if (!answer) return problem(c, { kind: 'not-found' })
        const bookings = answer.found.map((each) => ({
          ...viewOfBooking(each, each.holder, deps.now()),
          phone: each.holder.phone,
        }))
        return respond(c, 200, FoundBookings, { bookings, isAll: answer.isAll })
      },
    )
    .post(
      routes.searchPeople.path,
      jsonOnly,
      mine,
      validParam(routes.searchPeople.params),
      validBody(routes.searchPeople.body),
      async (c) => {
        const search = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const known = await searchPeople(search, deps)
        const people = known?.map(({ id, name = '' }) => ({ holder: id, name }))
        return people ? respond(c, 200, KnownPeople, { people }) : problem(c, { kind: 'not-found' })
      },
    )
}
