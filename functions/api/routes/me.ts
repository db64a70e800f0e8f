import { Hono } from 'hono/tiny'
import { MeView, SelfView } from '../../../shared/contracts/auth-views.ts'
import { MyBookings } from '../../../shared/contracts/booking-views.ts'
import { peopleRoutes as routes } from '../../../shared/contracts/routes/people.ts'
import type { Holder } from '../../../shared/domain/holder.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody } from '../../http/valid.ts'
import { forMyAssociations } from '../../use-cases/read-association.ts'
import { listBookings } from '../../use-cases/read-bookings.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { viewOfGrant, viewOfMe } from '../views/me-view.ts'

export const meRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readMe.path, mine, async (c) => {
      const holder = c.get('holder')
      const [grants, directory] = await Promise.all([deps.grants.listGrants(holder.id), deps.directory()])
      const ids = grants.flatMap(({ scope }) => (scope.kind === 'association' ? [scope.association] : []))
      const places = { directory, associations: await deps.associations.listAssociations(ids) }
      const { secondFactor } = holder
      const view = {
        ...viewOfMe(holder),
        secondFactor,
        grants: grants.map((grant) => viewOfGrant(grant, places)),
      }
      return respond(c, 200, SelfView, view)
    })
    .patch(routes.changeMe.path, jsonOnly, mine, validBody(routes.changeMe.body), async (c) =>
      respond(
        c,
        200,
        MeView,
        viewOfMe(await deps.identities.changeHolder(c.get('holder').id, c.req.valid('json'))),
      ),
    )
    .get(routes.listMyBookings.path, mine, async (c) => {
      const holder = c.get('holder')
      const now = deps.now()
      const bookingsOf = async (holder: Holder) =>
        (await listBookings(holder.id, deps)).map((each) => viewOfBooking(each, holder, now))
      const [bookings, associations] = await Promise.all([
        bookingsOf(holder),
        forMyAssociations(
          holder.id,
          async (each) => ({ id: each.id, name: each.name, bookings: await bookingsOf(each) }),
          deps,
        ),
      ])
      return respond(c, 200, MyBookings, { bookings, associations })
    })
}
