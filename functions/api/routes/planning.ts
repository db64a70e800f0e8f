import { Hono } from 'hono/tiny'
import { CopyList } from '../../../shared/contracts/copy-views.ts'
import { PlanningView } from '../../../shared/contracts/planning-views.ts'
import { planningRoutes as routes } from '../../../shared/contracts/routes/planning.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mayAtSite, type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam, validQuery } from '../../http/valid.ts'
import { copyBookings } from '../../use-cases/copy-bookings.ts'
import { readPlanning } from '../../use-cases/read-planning.ts'
import { viewOfCopies, viewOfPlanning } from '../views/planning-view.ts'

const DEFAULT_DAYS = 7

const readingRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(
    routes.readPlanning.path,
    signedIn(deps),
    validParam(routes.readPlanning.params),
    validQuery(routes.readPlanning.query),
    async (c) => {
      const { from, days = DEFAULT_DAYS } = c.req.valid('query')
      const asked = { ...c.req.valid('param'), from, days, by: c.get('holder') }
      const planning = await readPlanning(asked, deps)
      return planning
        ? respond(c, 200, PlanningView, viewOfPlanning(planning, deps.now()))
        : problem(c, { kind: 'not-found' })
    },
  )

const copyRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  const mayCopy = mayAtSite('copy-bookings', deps)
  return new Hono<SignedIn>()
    .post(
      routes.previewCopies.path,
      jsonOnly,
      mine,
      mayCopy,
      validParam(routes.previewCopies.params),
      validBody(routes.previewCopies.body),
      async (c) => {
        const { holder, authorship } = c.var
        const wanted = { ...c.req.valid('param'), ...c.req.valid('json'), by: holder.id, authorship }
        const copies = await copyBookings({ ...wanted, idempotencyKey: undefined }, deps)
        return respond(c, 200, CopyList, viewOfCopies(copies))
      },
    )
    .post(
      routes.copyBookings.path,
      jsonOnly,
      mine,
      mayCopy,
      idempotencyKey,
      validParam(routes.copyBookings.params),
      validBody(routes.copyBookings.body),
      async (c) => {
        const { holder, authorship, idempotencyKey } = c.var
        const wanted = { ...c.req.valid('param'), ...c.req.valid('json'), by: holder.id, authorship }
        const copies = await copyBookings({ ...wanted, idempotencyKey }, deps)
        return respond(c, 201, CopyList, viewOfCopies(copies))
      },
    )
}

export const planningRoutes = (deps: Dependencies) =>
  new Hono().route('/', readingRoutes(deps)).route('/', copyRoutes(deps))
