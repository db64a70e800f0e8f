import { Hono } from 'hono/tiny'
import { ApiKeyList, MadeApiKeyView } from '../../../shared/contracts/api-key-views.ts'
import { apiKeyRoutes as routes } from '../../../shared/contracts/routes/api-keys.ts'
import { formatScope } from '../../../shared/domain/rights.ts'
import type { Dependencies } from '../../dependencies.ts'
import { type SignedIn, signedIn } from '../../http/access.ts'
import { problem } from '../../http/problem.ts'
import { respond } from '../../http/respond.ts'
import { idempotencyKey, jsonOnly, validBody, validParam } from '../../http/valid.ts'
import { type ListedApiKey, listApiKeys, makeApiKey, revokeApiKey } from '../../use-cases/manage-api-keys.ts'

const viewOf = ({ id, name, grant, madeByName, validUntil, isOver, lastUsedOn }: ListedApiKey) => ({
  ...{ id, name, role: grant.role, scope: formatScope(grant.scope) },
  ...{ madeBy: madeByName, validUntil, isOver, lastUsedOn },
})

export const apiKeyRoutes = (deps: Dependencies) => {
  const mine = signedIn(deps)
  return new Hono<SignedIn>()
    .get(routes.listApiKeys.path, mine, validParam(routes.listApiKeys.params), async (c) => {
      const result = await listApiKeys({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok
        ? respond(c, 200, ApiKeyList, { keys: result.value.map(viewOf) })
        : problem(c, result.error)
    })
    .post(
      routes.makeApiKey.path,
      jsonOnly,
      mine,
      idempotencyKey,
      validParam(routes.makeApiKey.params),
      validBody(routes.makeApiKey.body),
      async (c) => {
        const { holder: by, idempotencyKey } = c.var
        const command = { ...c.req.valid('param'), ...c.req.valid('json'), by, idempotencyKey }
        const result = await makeApiKey(command, deps)
        if (!result.ok) return problem(c, result.error)
        const { key, token } = result.value
        return respond(c, 201, MadeApiKeyView, { ...viewOf(key), token })
      },
    )
    .delete(routes.revokeApiKey.path, mine, validParam(routes.revokeApiKey.params), async (c) => {
      const result = await revokeApiKey({ ...c.req.valid('param'), by: c.get('holder') }, deps)
      return result.ok ? c.body(null, 204) : problem(c, result.error)
    })
}
