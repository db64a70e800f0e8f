import { type Context, Hono } from 'hono'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { workshopRoutes as routes } from '../../../shared/contracts/routes/workshops.ts'
import { WorkshopList, WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import type { WorkshopId } from '../../../shared/domain/booking.ts'
import type { Dependencies } from '../../dependencies.ts'
import { findSignedIn, type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import {
  idempotencyKey,
  jsonOnly,
  jsonOrNothing,
  readKey,
  validBody,
  validParam,
  validQuery,
} from '../../http/valid.ts'
import { endWorkshop } from '../use-cases/end-workshop.ts'
import { listWorkshops } from '../use-cases/list-workshops.ts'
import { type PlanWorkshopRefusal, planWorkshop } from '../use-cases/plan-workshop.ts'
import { type PlacedWorkshop, readWorkshop } from '../use-cases/read-workshop.ts'
import { takeSeat } from '../use-cases/take-seat.ts'
import { stopWaitingForSeat, waitForSeat } from '../use-cases/wait-for-seat.ts'
import { viewOfBooking, viewOfQuarters } from '../views.ts'
import { viewOfWorkshop, viewOfWorkshops } from '../workshop-view.ts'

const shown = (c: Context, status: 200 | 201, placed: PlacedWorkshop | undefined): Response =>
  placed ? respond(c, status, WorkshopView, viewOfWorkshop(placed)) : problem(c, { kind: 'not-found' })

const refused = (c: Context, refusal: PlanWorkshopRefusal): Response =>
  problem(c, refusal.kind === 'outside-opening' ? { ...refusal, open: refusal.open.map(viewOfQuarters) } : refusal)

const publicRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>()
    .get(routes.listWorkshops.path, validQuery(routes.listWorkshops.query), async (c) =>
      respond(c, 200, WorkshopList, viewOfWorkshops(await listWorkshops(c.req.valid('query'), deps))),
    )
    .get(routes.readWorkshop.path, validParam(routes.readWorkshop.params), async (c) => {
      const holder = await findSignedIn(c, deps)
      return shown(c, 200, await readWorkshop({ ...c.req.valid('param'), holder: holder?.id }, deps))
    })

const seatRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const own = (c: Context<SignedIn>, id: WorkshopId) => ({ id, holder: c.get('holder') })
  return new Hono<SignedIn>()
    .post(
      routes.takeSeat.path,
      jsonOrNothing,
      withToken,
      idempotencyKey,
      validParam(routes.takeSeat.params),
      validBody(routes.takeSeat.body),
      async (c) => {
        const command = { ...c.req.valid('param'), person: c.req.valid('json').for, ...c.var }
        const result = await takeSeat(command, deps)
        return result.ok
          ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
          : problem(c, result.error)
      },
    )
    .post(
      routes.waitForSeat.path,
      jsonOrNothing,
      mine,
      validParam(routes.waitForSeat.params),
      validBody(routes.waitForSeat.body),
      async (c) => {
        const { for: person } = c.req.valid('json')
        const key = readKey(c)
        if (person && !key) return problem(c, { kind: 'key-missing' })
        const acting = person && key ? { person, idempotencyKey: key } : undefined
        const result = await waitForSeat({ ...own(c, c.req.valid('param').id), acting }, deps)
        return result.ok ? shown(c, 201, result.value) : problem(c, result.error)
      },
    )
    .delete(routes.stopWaitingForSeat.path, mine, validParam(routes.stopWaitingForSeat.params), async (c) =>
      shown(c, 200, await stopWaitingForSeat(own(c, c.req.valid('param').id), deps)),
    )
}

const plannerRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(routes.planWorkshop.path, jsonOnly, mine, idempotencyKey, validBody(routes.planWorkshop.body), async (c) => {
      const { holder: planner, idempotencyKey: key } = c.var
      const result = await planWorkshop({ request: c.req.valid('json'), planner, idempotencyKey: key }, deps)
      return result.ok ? shown(c, 201, await readWorkshop({ id: result.value.id }, deps)) : refused(c, result.error)
    })
    .post(
      routes.cancelWorkshop.path,
      jsonOnly,
      mine,
      validParam(routes.cancelWorkshop.params),
      validBody(routes.cancelWorkshop.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await endWorkshop(command, deps)
        return result.ok ? shown(c, 200, result.value) : problem(c, result.error)
      },
    )
}

export const workshopRoutes = (deps: Dependencies) =>
  new Hono().route('/', publicRoutes(deps)).route('/', seatRoutes(deps)).route('/', plannerRoutes(deps))
