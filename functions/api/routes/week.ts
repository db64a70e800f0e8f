import { Hono } from 'hono/tiny'
import { weekRoutes as routes } from '../../../shared/contracts/routes/week.ts'
import { WeekView } from '../../../shared/contracts/week-views.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { respond } from '../../http/respond.ts'
import { validQuery } from '../../http/valid.ts'
import { readLedWeek } from '../../use-cases/read-led-week.ts'
import { viewOfLed } from '../views/led-view.ts'

const DEFAULT_DAYS = 7

export const weekRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(
    routes.readMyWeek.path,
    signedIn(deps),
    validQuery(routes.readMyWeek.query),
    async (c) => {
      const { from, days = DEFAULT_DAYS } = c.req.valid('query')
      const { id: mediator, weeklyHours } = c.get('holder')
      const { workshops, ...week } = await readLedWeek({ mediator, from, days }, deps)
      return respond(c, 200, WeekView, { ...week, workshops: workshops.map(viewOfLed), weeklyHours })
    },
  )
