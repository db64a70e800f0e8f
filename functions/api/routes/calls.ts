import { Hono } from 'hono/tiny'
import { CallList, CallMade, PlacedCallList } from '../../../shared/contracts/call-views.ts'
import { callRoutes as routes } from '../../../shared/contracts/routes/calls.ts'
import type { CallId } from '../../../shared/store/keys/call-keys.ts'
import type { Dependencies } from '../../dependencies.ts'
import { mayAtSite, type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { listCalls, listCallsByPhone, noteCall } from '../../use-cases/list-calls.ts'
import { viewOfCall, viewOfPlacedCall } from '../views/call-view.ts'

export const callRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listCalls.path, mine, validParam(routes.listCalls.params), async (c) => {
      const calls = await listCalls({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return calls
        ? respond(c, 200, CallList, { calls: calls.map(viewOfCall) })
        : problem(c, { kind: 'not-found' })
    })
    .get(routes.listCallsByPhone.path, mine, async (c) => {
      const listed = await listCallsByPhone(c.get('holder'), deps)
      return listed
        ? respond(c, 200, PlacedCallList, { ...listed, calls: listed.calls.map(viewOfPlacedCall) })
        : problem(c, { kind: 'not-found' })
    })
    .put(
      routes.noteCall.path,
      jsonOnly,
      mine,
      mayAtSite('make-calls', deps),
      validParam(routes.noteCall.params),
      validBody(routes.noteCall.body),
      async (c) => {
        const { site, id } = c.req.valid('param')
        const result = await noteCall(
          { site, id: id as CallId, ...c.req.valid('json'), by: c.get('holder') },
          deps,
        )
        return result.ok ? respond(c, 200, CallMade, result.value) : problem(c, result.error)
      },
    )
}
