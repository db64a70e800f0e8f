import { Hono } from 'hono'
import { PremisesOfSiteView, PremisesView } from '../../../shared/contracts/premises-views.ts'
import { premisesRoutes as routes } from '../../../shared/contracts/routes/premises.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { describePremises, readPremises } from '../../use-cases/describe-premises.ts'

const UNDESCRIBED = { version: 0 }

export const premisesRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.readPremises.path, mine, validParam(routes.readPremises.params), async (c) => {
      const found = await readPremises({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!found) return problem(c, { kind: 'not-found' })
      const { premises = UNDESCRIBED, ...site } = found
      return respond(c, 200, PremisesOfSiteView, { ...premises, ...site })
    })
    .put(
      routes.describePremises.path,
      jsonOnly,
      mine,
      validParam(routes.describePremises.params),
      validBody(routes.describePremises.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const described = await describePremises(command, deps)
        return described.ok ? respond(c, 200, PremisesView, described.value) : problem(c, described.error)
      },
    )
}
