import { Hono } from 'hono/tiny'
import { AcceptanceView } from '../../../shared/contracts/conditions-views.ts'
import { conditionsRoutes as routes } from '../../../shared/contracts/routes/conditions.ts'
import { ConditionsView } from '../../../shared/contracts/site-views.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam, validQuery } from '../../http/valid.ts'
import {
  acceptConditions,
  askConditions,
  type ConditionsToAccept,
  readAcceptance,
} from '../../use-cases/accept-conditions.ts'

const viewOf = ({ conditions, acceptance }: ConditionsToAccept): AcceptanceView => ({
  conditions,
  accepted: acceptance?.version,
  insuredUntil: acceptance?.insuredUntil,
})

export const conditionsRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .put(
      routes.askConditions.path,
      jsonOnly,
      mine,
      validParam(routes.askConditions.params),
      validBody(routes.askConditions.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const asked = await askConditions(command, deps)
        return asked.ok ? respond(c, 200, ConditionsView, asked.value) : problem(c, asked.error)
      },
    )
    .get(
      routes.readAcceptance.path,
      mine,
      validParam(routes.readAcceptance.params),
      validQuery(routes.readAcceptance.query),
      async (c) => {
        const who = { ...c.req.valid('param'), ...c.req.valid('query'), by: c.get('holder') }
        const asked = await readAcceptance(who, deps)
        return asked ? respond(c, 200, AcceptanceView, viewOf(asked)) : problem(c, { kind: 'not-found' })
      },
    )
    .put(
      routes.acceptConditions.path,
      jsonOnly,
      mine,
      validParam(routes.acceptConditions.params),
      validBody(routes.acceptConditions.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const accepted = await acceptConditions(command, deps)
        return accepted.ok
          ? respond(c, 200, AcceptanceView, viewOf(accepted.value))
          : problem(c, accepted.error)
      },
    )
}
