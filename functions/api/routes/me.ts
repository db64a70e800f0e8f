import { Hono } from 'hono'
import { MeView, SelfView } from '../../../shared/contracts/auth-views.ts'
import { BookingList } from '../../../shared/contracts/booking-views.ts'
import { peopleRoutes as routes } from '../../../shared/contracts/routes/people.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody } from '../../http/valid.ts'
import { listBookings } from '../use-cases/read-bookings.ts'
import { viewOfBooking, viewOfGrant, viewOfMe } from '../views.ts'

export const meRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readMe.path, mine, async (c) => {
      const holder = c.get('holder')
      const [grants, directory] = await Promise.all([deps.grants.listGrants(holder.id), deps.directory()])
      const { secondFactor } = holder
      const view = { ...viewOfMe(holder), secondFactor, grants: grants.map((grant) => viewOfGrant(grant, directory)) }
      return respond(c, 200, SelfView, view)
    })
    .patch(routes.changeMe.path, jsonOnly, mine, validBody(routes.changeMe.body), async (c) =>
      respond(
        c,
        200,
        MeView,
        viewOfMe(await deps.identities.renameHolder(c.get('holder').id, c.req.valid('json').name)),
      ),
    )
    .get(routes.listMyBookings.path, mine, async (c) => {
      const holder = c.get('holder')
      const placed = await listBookings(holder.id, deps)
      return respond(c, 200, BookingList, {
        bookings: placed.map((each) => viewOfBooking(each, holder, deps.now())),
      })
    })
}
