import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { ColleagueList, MediatorList } from '../../../shared/contracts/colleague-views.ts'
import { seatRoutes as seats } from '../../../shared/contracts/routes/seats.ts'
import { workshopEditRoutes } from '../../../shared/contracts/routes/workshop-edits.ts'
import { workshopRoutes as routes } from '../../../shared/contracts/routes/workshops.ts'
import { WorkshopList, WorkshopView } from '../../../shared/contracts/workshop-views.ts'
import type { WorkshopId } from '../../../shared/domain/ids.ts'
import { formatRange } from '../../../shared/domain/quarter-range.ts'
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
import { bookSeat } from '../../use-cases/book-seat.ts'
import { type EditWorkshopRefusal, editWorkshop } from '../../use-cases/edit-workshop.ts'
import { endWorkshop } from '../../use-cases/end-workshop.ts'
import { joinWorkshopWaitlist, leaveWorkshopWaitlist } from '../../use-cases/join-workshop-waitlist.ts'
import { listColleagues, listMediators } from '../../use-cases/list-colleagues.ts'
import { listWorkshops } from '../../use-cases/list-workshops.ts'
import { type PlanWorkshopRefusal, planWorkshop } from '../../use-cases/plan-workshop.ts'
import { readWorkshop, type WorkshopDetails } from '../../use-cases/read-workshop.ts'
import { returnSeat } from '../../use-cases/return-seat.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { viewOfColleague } from '../views/colleague-view.ts'
import { viewOfWorkshop, viewOfWorkshops } from '../views/workshop-view.ts'
import { cycleRoutes } from './cycles.ts'

const shown = (
  c: Context,
  status: 200 | 201,
  details: WorkshopDetails | undefined,
): Response | Promise<Response> =>
  details ? respond(c, status, WorkshopView, viewOfWorkshop(details)) : problem(c, { kind: 'not-found' })

const refused = (c: Context, refusal: PlanWorkshopRefusal | EditWorkshopRefusal): Promise<Response> =>
  problem(
    c,
    refusal.kind === 'outside-opening' ? { ...refusal, open: refusal.open.map(formatRange) } : refusal,
  )

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
      seats.bookSeat.path,
      jsonOrNothing,
      withToken,
      idempotencyKey,
      validParam(seats.bookSeat.params),
      validBody(seats.bookSeat.body),
      async (c) => {
        const { for: person, start, ...party } = c.req.valid('json')
        const result = await bookSeat({ ...c.req.valid('param'), person, start, party, ...c.var }, deps)
        return result.ok
          ? respond(c, 201, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
          : problem(c, result.error)
      },
    )
    .post(
      seats.joinWorkshopWaitlist.path,
      jsonOrNothing,
      mine,
      validParam(seats.joinWorkshopWaitlist.params),
      validBody(seats.joinWorkshopWaitlist.body),
      async (c) => {
        const { for: person, ...party } = c.req.valid('json')
        const key = readKey(c)
        if (person && !key) return problem(c, { kind: 'key-missing' })
        const acting = person && key ? { person, idempotencyKey: key } : undefined
        const result = await joinWorkshopWaitlist({ ...own(c, c.req.valid('param').id), party, acting }, deps)
        return result.ok ? shown(c, 201, result.value) : problem(c, result.error)
      },
    )
    .delete(
      seats.leaveWorkshopWaitlist.path,
      mine,
      validParam(seats.leaveWorkshopWaitlist.params),
      async (c) => shown(c, 200, await leaveWorkshopWaitlist(own(c, c.req.valid('param').id), deps)),
    )
}

const returnRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().put(
    seats.returnSeat.path,
    jsonOnly,
    signedIn(deps),
    validParam(seats.returnSeat.params),
    validBody(seats.returnSeat.body),
    async (c) => {
      const { guest } = c.req.valid('json')
      const result = await returnSeat({ ...c.req.valid('param'), guest, by: c.get('holder') }, deps)
      return result.ok
        ? respond(c, 200, BookingView, viewOfBooking(result.value, result.value.holder, deps.now()))
        : problem(c, result.error)
    },
  )

const plannerRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      routes.planWorkshop.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validBody(routes.planWorkshop.body),
      async (c) => {
        const { holder: planner, idempotencyKey: key } = c.var
        const result = await planWorkshop(
          { request: c.req.valid('json'), planner, idempotencyKey: key },
          deps,
        )
        return result.ok
          ? shown(c, 201, await readWorkshop({ id: result.value.id }, deps))
          : refused(c, result.error)
      },
    )
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

const editorRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .patch(
      workshopEditRoutes.editWorkshop.path,
      jsonOnly,
      mine,
      validParam(workshopEditRoutes.editWorkshop.params),
      validBody(workshopEditRoutes.editWorkshop.body),
      async (c) => {
        const command = { ...c.req.valid('param'), edit: c.req.valid('json'), by: c.get('holder') }
        const result = await editWorkshop(command, deps)
        return result.ok ? shown(c, 200, result.value) : refused(c, result.error)
      },
    )
    .get(
      workshopEditRoutes.listMediators.path,
      mine,
      validParam(workshopEditRoutes.listMediators.params),
      async (c) => {
        const by = c.get('holder')
        const found = await listMediators({ ...c.req.valid('param'), by }, deps)
        if (!found) return problem(c, { kind: 'not-found' })
        const mediators = found.map(({ id, name }) => ({ id, name, isYou: id === by.id }))
        return respond(c, 200, MediatorList, { mediators })
      },
    )
    .get(
      workshopEditRoutes.listColleagues.path,
      mine,
      validParam(workshopEditRoutes.listColleagues.params),
      async (c) => {
        const found = await listColleagues({ ...c.req.valid('param'), by: c.get('holder') }, deps)
        if (!found) return problem(c, { kind: 'not-found' })
        return respond(c, 200, ColleagueList, { colleagues: found.map(viewOfColleague) })
      },
    )
}

export const workshopRoutes = (deps: Dependencies) =>
  new Hono()
    .route('/', publicRoutes(deps))
    .route('/', seatRoutes(deps))
    .route('/', returnRoutes(deps))
    .route('/', plannerRoutes(deps))
    .route('/', editorRoutes(deps))
    .route('/', cycleRoutes(deps))
