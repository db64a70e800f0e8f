import { Hono } from 'hono/tiny'
import { FoundBookings, KnownPeople } from '../../../shared/contracts/counter-views.ts'
import { counterRoutes as routes } from '../../../shared/contracts/routes/counter.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { searchByPhone } from '../../use-cases/search-by-phone.ts'
import { type FoundAtCounter, searchBookings, searchPeople } from '../../use-cases/search-counter.ts'
import { viewOfBooking } from '../views/booking-view.ts'

const viewOfFound = ({ found, isAll }: FoundAtCounter, now: Instant): FoundBookings => ({
  bookings: found.map((each) => ({ ...viewOfBooking(each, each.holder, now), phone: each.holder.phone })),
  isAll,
})

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
        return respond(c, 200, FoundBookings, viewOfFound(answer, deps.now()))
      },
    )
    .post(routes.searchByPhone.path, jsonOnly, mine, validBody(routes.searchByPhone.body), async (c) => {
      const answer = await searchByPhone({ ...c.req.valid('json'), by: c.get('holder') }, deps)
      return answer
        ? respond(c, 200, FoundBookings, viewOfFound(answer, deps.now()))
        : problem(c, { kind: 'not-found' })
    })
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
