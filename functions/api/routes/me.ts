import { Hono } from 'hono'
import { MeView, SelfView } from '../../../shared/contracts/auth-views.ts'
import { MyBookings } from '../../../shared/contracts/booking-views.ts'
import { peopleRoutes as routes } from '../../../shared/contracts/routes/people.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody } from '../../http/valid.ts'
import { mapAtOnce } from '../at-once.ts'
import { listBelongings } from '../use-cases/read-association.ts'
import { listBookings } from '../use-cases/read-bookings.ts'
import { viewOfBooking, viewOfGrant, viewOfMe } from '../views.ts'

const ASSOCIATIONS_AT_ONCE = 4

export const meRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readMe.path, mine, async (c) => {
      const holder = c.get('holder')
      const [grants, directory] = await Promise.all([deps.grants.listGrants(holder.id), deps.directory()])
      const ids = grants.flatMap(({ scope }) => (scope.kind === 'association' ? [scope.association] : []))
      const places = { directory, associations: await deps.associations.listAssociations(ids) }
      const { secondFactor } = holder
      const view = { ...viewOfMe(holder), secondFactor, grants: grants.map((grant) => viewOfGrant(grant, places)) }
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
      const now = deps.now()
      const [mine, belongings] = await Promise.all([listBookings(holder.id, deps), listBelongings(holder.id, deps)])
      const associations = await mapAtOnce(belongings, ASSOCIATIONS_AT_ONCE, async ({ association }) => {
        const { id, name } = association
        return {
          id,
          name,
          bookings: (await listBookings(id, deps)).map((each) => viewOfBooking(each, association, now)),
        }
      })
      const bookings = mine.map((each) => viewOfBooking(each, holder, now))
      return respond(c, 200, MyBookings, { bookings, associations })
    })
}
