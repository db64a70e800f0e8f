import { Hono } from 'hono'
import { todayRoutes as routes } from '../../../shared/contracts/routes/today.ts'
import { TodayView } from '../../../shared/contracts/today-views.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { respond } from '../../http/respond.ts'
import { readToday } from '../../use-cases/read-today.ts'
import { viewOfToday } from '../views/today-view.ts'

export const todayRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(routes.readToday.path, signedIn(deps), async (c) =>
    respond(c, 200, TodayView, viewOfToday(await readToday(c.get('holder'), deps), deps.now())),
  )
