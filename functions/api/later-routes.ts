import { Hono } from 'hono'
import { openApi } from '../../shared/contracts/openapi.ts'
import { routes } from '../../shared/contracts/routes.ts'
import type { Dependencies } from '../dependencies.ts'
import { onNotFound } from '../http/not-found.ts'
import { onError } from '../http/problem.ts'
import { answerRoutes } from './routes/answers.ts'
import { associationRoutes } from './routes/associations.ts'
import { attendanceRoutes } from './routes/attendance.ts'
import { auditRoutes } from './routes/audit.ts'
import { closureRoutes } from './routes/closures.ts'
import { conditionsRoutes } from './routes/conditions.ts'
import { counterRoutes } from './routes/counter.ts'
import { doorRoutes } from './routes/doors.ts'
import { issuerRoutes } from './routes/issuer.ts'
import { lendingRoutes } from './routes/lending.ts'
import { memberRoutes } from './routes/members.ts'
import { planningRoutes } from './routes/planning.ts'
import { privacyRoutes } from './routes/privacy.ts'
import { proposalRoutes } from './routes/proposals.ts'
import { rightRoutes } from './routes/rights.ts'
import { seriesRoutes } from './routes/series.ts'
import { sessionRoutes } from './routes/sessions.ts'
import { waitRoutes } from './routes/waits.ts'
import { workshopRoutes } from './routes/workshops.ts'

/** What fewer requests ask for than what booking a place needs, and what there is not. */
export const laterRoutes = (deps: Dependencies, basePath: string): Hono => {
  const app = new Hono().basePath(basePath)
  app.route('/', answerRoutes(deps))
  app.route('/', attendanceRoutes(deps))
  app.route('/', seriesRoutes(deps))
  app.route('/', closureRoutes(deps))
  app.route('/', planningRoutes(deps))
  app.route('/', doorRoutes(deps))
  app.route('/', waitRoutes(deps))
  app.route('/', workshopRoutes(deps))
  app.route('/', memberRoutes(deps))
  app.route('/', counterRoutes(deps))
  app.route('/', rightRoutes(deps))
  app.route('/', associationRoutes(deps))
  app.route('/', conditionsRoutes(deps))
  app.route('/', issuerRoutes(deps))
  app.route('/', sessionRoutes(deps))
  app.route('/', auditRoutes(deps))
  app.route('/', privacyRoutes(deps))
  app.route('/', lendingRoutes(deps))
  app.route('/', proposalRoutes(deps))
  app.get(routes.readOpenApi.path, (c) => c.json(openApi()))
  app.notFound(onNotFound)
  app.onError(onError)
  return app
}
