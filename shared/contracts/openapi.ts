import * as z from 'zod'
import { POLICY } from '../domain/rights.ts'
import { ProblemView, problemFor, type RefusalKind } from './problem.ts'
import { type Route, routes } from './routes.ts'

const schemaOf = (type: z.ZodType, io: 'input' | 'output') => {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io })
  return schema
}

const parametersOf = (type: z.ZodType | undefined, where: 'path' | 'query') => {
  if (!type) return []
  const { properties = {}, required = [] } = schemaOf(type, 'input')
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    schema,
  }))
}

/** Answers of several routes, each described once under the name of its first one. */
const SHARED: ReadonlyMap<z.ZodType, string> = new Map(
  [...Map.groupBy(Object.entries<Route>(routes), ([, { response }]) => response)].flatMap(
    ([response, [first, ...others]]) =>
      response && first && others.length > 0 ? [[response, `${first[0]}Answer`] as const] : [],
  ),
)

const answerOf = (response: z.ZodType) => {
  const name = SHARED.get(response)
  return name ? { $ref: `#/components/schemas/${name}` } : schemaOf(response, 'output')
}

const keyParameter = (required: boolean) => ({
  name: 'Idempotency-Key',
  in: 'header',
  required,
  description: 'New for each creation; the same key repeats the same answer',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{16,64}$' },
})

const needsSession = ({ action }: Route): boolean => !('everyone' in POLICY[action])

const refusalsOf = (route: Route): RefusalKind[] => [
  ...new Set<RefusalKind>([
    ...route.refusals,
    ...(route.params ? (['not-found'] as const) : []),
    ...(route.query ? (['invalid'] as const) : []),
    ...(route.body ? (['invalid', 'malformed', 'unsupported-media-type', 'too-large'] as const) : []),
    ...(route.method === 'get' ? [] : (['foreign-origin'] as const)),
    ...(route.idempotent ? (['key-missing', 'key-reused'] as const) : []),
    ...(needsSession(route) ? (['signed-out'] as const) : []),
    'too-many-requests',
    'busy',
    'fault',
  ]),
]

const problemOf = (kinds: readonly RefusalKind[]) => ({
  description: kinds.map((kind) => `${kind}: ${problemFor[kind].title}`).join('. '),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
})

const kindsByStatus = (route: Route) => Map.groupBy(refusalsOf(route), (kind) => problemFor[kind].status)

/** A refusal that is the only one of its status is described once for all routes. */
const problemsOf = (route: Route) =>
  Object.fromEntries(
    [...kindsByStatus(route)].map(([status, kinds]) => [
      status,
      kinds.length > 1 ? problemOf(kinds) : { $ref: `#/components/responses/${kinds[0]}` },
    ]),
  )

const loneProblems = () => {
  const lone = Object.values<Route>(routes).flatMap((route) =>
    [...kindsByStatus(route).values()].flatMap(([kind, ...others]) =>
      kind && others.length === 0 ? [kind] : [],
    ),
  )
  return Object.fromEntries([...new Set(lone)].map((kind) => [kind, problemOf([kind])]))
}

const templateOf = ({ path }: Route): string => path.replace(/:(\w+)/g, '{$1}')

const operationOf = (name: string, route: Route) => ({
  operationId: name,
  summary: route.summary,
  ...(route.forAnybody && { description: `Without a session, kept by caches: /public${templateOf(route)}` }),
  parameters: [
    ...parametersOf(route.params, 'path'),
    ...parametersOf(route.query, 'query'),
    ...(route.idempotent ? [keyParameter(route.idempotent === true)] : []),
  ],
  ...(route.body && {
    requestBody: {
      required: !route.bodyIsOptional,
      content: { 'application/json': { schema: schemaOf(route.body, 'input') } },
    },
  }),
  responses: {
    [route.status]: {
      description: 'Done',
      ...(route.response && {
        content: { 'application/json': { schema: answerOf(route.response) } },
      }),
    },
    ...problemsOf(route),
  },
  ...(needsSession(route) && { security: [{ session: [] }] }),
})

/** OpenAPI 3.1, made from the routes and their schemas. */
export const openApi = () => {
  const paths: Record<string, Record<string, unknown>> = {}
  for (const [name, route] of Object.entries(routes)) {
    const path = templateOf(route)
    paths[path] = { ...paths[path], [route.method]: operationOf(name, route) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Restante', version: '1', summary: 'Book what remains free in post offices' },
    servers: [{ url: '/api' }],
    paths,
    components: {
      schemas: {
        Problem: schemaOf(ProblemView, 'output'),
        ...Object.fromEntries([...SHARED].map(([type, name]) => [name, schemaOf(type, 'output')])),
      },
      responses: loneProblems(),
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: '__Host-restante-session' } },
    },
  }
}
