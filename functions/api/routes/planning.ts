import { Hono } from 'hono'
import { PlanningView } from '../../../shared/contracts/planning-views.ts'
import { routes } from '../../../shared/contracts/routes.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import { viewOfPlanning } from '../planning-view.ts'
import { readPlanning } from '../use-cases/read-planning.ts'

const DEFAULT_DAYS = 7

export const planningRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(
    routes.readPlanning.path,
    signedIn(deps),
    validParam(routes.readPlanning.params),
    validQuery(routes.readPlanning.query),
    async (c) => {
      const { from, days = DEFAULT_DAYS } = c.req.valid('query')
      const planning = await readPlanning({ ...c.req.valid('param'), from, days, by: c.get('holder') }, deps)
      return planning
        ? respond(c, 200, PlanningView, viewOfPlanning(planning, deps.now()))
        : problem(c, { kind: 'not-found' })
    },
  )
