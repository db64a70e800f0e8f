import { Hono } from 'hono/tiny'
import { ExportView } from '../../../shared/contracts/privacy-views.ts'
import { privacyRoutes as routes } from '../../../shared/contracts/routes/privacy.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { clientOf } from '../../http/client-limit.ts'
import { dropCookie, readCookie } from '../../http/cookies.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validQuery } from '../../http/valid.ts'
import { eraseMe } from '../../use-cases/erase-me.ts'
import { exportMe } from '../../use-cases/export-me.ts'
import { tableOfExport } from '../export-table.ts'
import { viewOfExport } from '../views/export-view.ts'

const attached = (name: string): string => `attachment; filename="${name}"`

export const privacyRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.exportMe.path, mine, validQuery(routes.exportMe.query), async (c) => {
      const view = viewOfExport(await exportMe(c.get('holder'), deps))
      if (c.req.valid('query').format === 'csv')
        return c.body(tableOfExport(ExportView.parse(view)), 200, {
          'content-type': 'text/csv; charset=utf-8',
          'content-disposition': attached('mes-donnees.csv'),
        })
      c.header('content-disposition', attached('mes-donnees.json'))
      return respond(c, 200, ExportView, view)
    })
    .delete(routes.eraseMe.path, jsonOnly, mine, validBody(routes.eraseMe.body), async (c) => {
      const challenge = readCookie(c, 'challenge')
      const result = await eraseMe(
        { holder: c.get('holder'), challenge, client: clientOf(c), ...c.req.valid('json') },
        deps,
      )
      if (!result.ok) return problem(c, result.error)
      for (const cookie of ['session', 'challenge', 'familiar'] as const) dropCookie(c, cookie)
      return c.body(null, 204)
    })
}
