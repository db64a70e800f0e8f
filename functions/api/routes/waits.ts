import { type Context, Hono } from 'hono'
import { waitRoutes as routes } from '../../../shared/contracts/routes/waits.ts'
import { MyWaits, WaitView } from '../../../shared/contracts/wait-views.ts'
import type { HolderId } from '../../../shared/domain/booking.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { forMyAssociations } from '../use-cases/read-association.ts'
import { leaveWait, listWaits, readWait, seeWait } from '../use-cases/read-waits.ts'
import { type WaitForPlaceRefusal, waitForPlace } from '../use-cases/wait-for-place.ts'
import { viewOfQuarters } from '../views.ts'
import { viewOfWait } from '../wait-view.ts'

const refused = (c: Context, refusal: WaitForPlaceRefusal): Response =>
  problem(c, refusal.kind === 'outside-opening' ? { ...refusal, open: refusal.open.map(viewOfQuarters) } : refusal)

export const waitRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.waitForPlace.path,
      jsonOnly,
      withToken,
      idempotencyKey,
      validBody(routes.waitForPlace.body),
      async (c) => {
        const { from, to, minutes, radius, for: person, ...request } = c.req.valid('json')
        const window = { start: from, end: to, quarters: minutes / 15 }
        const command = { ...request, ...window, radiusKm: radius, person }
        const result = await waitForPlace({ ...command, ...c.var }, deps)
        if (!result.ok) return refused(c, result.error)
        return respond(c, 201, WaitView, viewOfWait(await seeWait(result.value, deps)))
      },
    )
    .get(routes.readWait.path, mine, validParam(routes.readWait.params), async (c) => {
      const seen = await readWait({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return seen ? respond(c, 200, WaitView, viewOfWait(seen)) : problem(c, { kind: 'not-found' })
    })
    .delete(routes.leaveWait.path, mine, validParam(routes.leaveWait.params), async (c) => {
      const result = await leaveWait({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok
        ? respond(c, 200, WaitView, viewOfWait(await seeWait(result.value, deps)))
        : problem(c, result.error)
    })
    .get(routes.listMyWaits.path, mine, async (c) => {
      const { id: me } = c.get('holder')
      const waitsOf = async (holder: HolderId) => (await listWaits(holder, deps)).map(viewOfWait)
      const [waits, associations] = await Promise.all([
        waitsOf(me),
        forMyAssociations(me, async ({ id, name }) => ({ id, name, waits: await waitsOf(id) }), deps),
      ])
      return respond(c, 200, MyWaits, { waits, associations })
    })
}
