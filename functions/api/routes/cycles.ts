import { Hono } from 'hono/tiny'
import { seatRoutes as seats } from '../../../shared/contracts/routes/seats.ts'
import { workshopRoutes as routes } from '../../../shared/contracts/routes/workshops.ts'
import { CycleSeats } from '../../../shared/contracts/seat-views.ts'
import { CycleView } from '../../../shared/contracts/workshop-views.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn, withToken } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOrNothing, validBody, validParam } from '../../http/valid.ts'
import { bookCycle } from '../../use-cases/book-cycle.ts'
import { readCycle } from '../../use-cases/read-cycle.ts'
import { viewOfCycle, viewOfCycleSeats } from '../views/workshop-view.ts'

export const cycleRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .post(
      seats.bookCycle.path,
      jsonOrNothing,
      withToken,
      mine,
      idempotencyKey,
      validParam(seats.bookCycle.params),
      validBody(seats.bookCycle.body),
      async (c) => {
        const { for: person, ...party } = c.req.valid('json')
        const result = await bookCycle({ ...c.req.valid('param'), person, party, ...c.var }, deps)
        return result.ok
          ? respond(c, 200, CycleSeats, viewOfCycleSeats(result.value))
          : problem(c, result.error)
      },
    )
    .get(routes.readCycle.path, validParam(routes.readCycle.params), async (c) => {
      const { id } = c.req.valid('param')
      const cycle = viewOfCycle(id, await readCycle(id, deps))
      return cycle ? respond(c, 200, CycleView, cycle) : problem(c, { kind: 'not-found' })
    })
}
