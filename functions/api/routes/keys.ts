import { Hono } from 'hono/tiny'
import { KeyList, KeyView } from '../../../shared/contracts/key-views.ts'
import { keyRoutes as routes } from '../../../shared/contracts/routes/keys.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { handKey } from '../../use-cases/hand-key.ts'
import { listKeys } from '../../use-cases/list-keys.ts'
import { viewOfKey } from '../views/key-view.ts'

export const keyRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listKeys.path, mine, validParam(routes.listKeys.params), async (c) => {
      const list = await listKeys({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      if (!list) return problem(c, { kind: 'not-found' })
      const seen = { ...list, now: deps.now() }
      const keys = list.lines.map((line) => viewOfKey(line, seen))
      return respond(c, 200, KeyList, { hasKeys: list.hasKeys, keys })
    })
    .put(
      routes.handKey.path,
      jsonOnly,
      mine,
      validParam(routes.handKey.params),
      validBody(routes.handKey.body),
      async (c) => {
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by: c.get('holder') }
        const result = await handKey(command, deps)
        if (!result.ok) return problem(c, result.error)
        const { found, loan, isNamed } = result.value
        return respond(c, 200, KeyView, viewOfKey({ ...found, loan }, { ...found, isNamed, now: deps.now() }))
      },
    )
}
