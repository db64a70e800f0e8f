import type { Context } from 'hono'
import { Hono } from 'hono/tiny'
import { BookingView } from '../../../shared/contracts/booking-views.ts'
import { seatRoutes as seats } from '../../../shared/contracts/routes/seats.ts'
import { workshopRoutes as routes } from '../../../shared/contracts/routes/workshops.ts'
import { WorkshopList } from '../../../shared/contracts/workshop-views.ts'
import type { WorkshopId } from '../../../shared/domain/ids.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { findSignedIn } from '../../http/caller.ts'
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
import { joinWorkshopWaitlist, leaveWorkshopWaitlist } from '../../use-cases/join-workshop-waitlist.ts'
import { listWorkshops } from '../../use-cases/list-workshops.ts'
import { readWorkshop } from '../../use-cases/read-workshop.ts'
import { returnSeat } from '../../use-cases/return-seat.ts'
import { viewOfBooking } from '../views/booking-view.ts'
import { viewOfWorkshops } from '../views/workshop-view.ts'
import { cycleRoutes } from './cycles.ts'
import { shownWorkshop as shown } from './shown-workshop.ts'

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

export const workshopRoutes = (deps: Dependencies) =>
  new Hono()
    .route('/', publicRoutes(deps))
    .route('/', seatRoutes(deps))
    .route('/', returnRoutes(deps))
    .route('/', cycleRoutes(deps))
