import { Hono } from 'hono'
import { ActList } from '../../../shared/contracts/audit-views.ts'
import { auditRoutes as routes } from '../../../shared/contracts/routes/audit.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import { afterOf, viewOfActs } from '../audit-view.ts'
import { listActs } from '../use-cases/list-acts.ts'

export const auditRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(
    routes.listActs.path,
    signedIn(deps),
    validParam(routes.listActs.params),
    validQuery(routes.listActs.query),
    async (c) => {
      const { from, to, after } = c.req.valid('query')
      const asked = {
        ...c.req.valid('param'),
        by: c.get('holder'),
        from,
        to,
        after: after ? afterOf(after) : undefined,
      }
      const listed = await listActs(asked, deps)
      return listed ? respond(c, 200, ActList, viewOfActs(listed)) : problem(c, { kind: 'not-found' })
    },
  )
