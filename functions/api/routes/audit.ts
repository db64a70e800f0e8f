import { Hono } from 'hono/tiny'
import { AuditEntryList } from '../../../shared/contracts/audit-views.ts'
import { auditRoutes as routes } from '../../../shared/contracts/routes/audit.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { validParam, validQuery } from '../../http/valid.ts'
import { listAuditEntries } from '../../use-cases/list-audit-entries.ts'
import { afterOf, viewOfAuditEntries } from '../views/audit-view.ts'

export const auditRoutes = (deps: Dependencies) =>
  new Hono<SignedIn>().get(
    routes.listAuditEntries.path,
    signedIn(deps),
    validParam(routes.listAuditEntries.params),
    validQuery(routes.listAuditEntries.query),
    async (c) => {
      const { from, to, after } = c.req.valid('query')
      const asked = {
        ...c.req.valid('param'),
        by: c.get('holder'),
        from,
        to,
        after: after ? afterOf(after) : undefined,
      }
      const listed = await listAuditEntries(asked, deps)
      return listed
        ? respond(c, 200, AuditEntryList, viewOfAuditEntries(listed))
        : problem(c, { kind: 'not-found' })
    },
  )
