import { operationOf, problemResponses, templateOf } from './reference/operation.ts'
import { schemas } from './reference/schemas.ts'
import { tags } from './reference/tags.ts'
import { webhooks } from './reference/webhooks.ts'
import { type Route, routes } from './routes.ts'

const INFO = {
  title: 'Restante',
  version: '1',
  summary: 'Book what remains free in post offices',
  description:
    'Dates and times are those of the place. A refusal is a problem (RFC 9457) whose `code` stays the same; `detail` says how to go on. Ignore members that you do not know: answers gain some without notice. How the API changes stands in `docs/api.md`.',
  license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
} as const

/** OpenAPI 3.1, made from the routes and their schemas. */
export const openApi = () => {
  const problems = problemResponses(Object.values<Route>(routes))
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries<Route>(routes)) {
    const path = templateOf(route)
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route, problems) }
  }
  return {
    openapi: '3.1.0',
    info: INFO,
    servers: [{ url: '/api' }],
    tags: tags(),
    paths,
    webhooks: webhooks(),
    components: {
      schemas: schemas(),
      responses: problems.responses,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-restante-session',
          description: 'Given by `POST /auth/sessions`, with a code that comes by mail.',
        },
        key: {
          type: 'http',
          scheme: 'bearer',
          description: 'The key of a tool, `rst_…`, made by who is in charge of a place: see `docs/keys.md`.',
        },
      },
    },
  }
}
