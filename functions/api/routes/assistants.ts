import { Hono } from 'hono/tiny'
import { assistantRoutes as routes } from '../../../shared/contracts/routes/assistants.ts'
import type { Dependencies } from '../../dependencies.ts'
import { onError } from '../../http/problem.ts'
import { ownOrigin } from '../../http/same-origin.ts'
import { jsonOnly, validBody } from '../../http/valid.ts'
import { answerMessage } from '../assistants/server.ts'
import { searchRoutes } from './search.ts'
import { siteRoutes } from './sites.ts'

export const assistantRoutes = (deps: Dependencies) => {
  const api = new Hono().route('/', searchRoutes(deps)).route('/', siteRoutes(deps)).onError(onError)
  const { path, body } = routes.askTool
  return new Hono().post(path, jsonOnly, validBody(body), (c) => {
    const asking = { api, origin: ownOrigin(c) ?? new URL(c.req.url).origin }
    return answerMessage(c.req.raw, c.req.valid('json'), asking)
  })
}
