import type { Route } from '../route.ts'

export const openApiRoutes = {
  readOpenApi: {
    method: 'get',
    path: '/openapi.json',
    summary: 'This API, as OpenAPI 3.1',
    action: 'read-public',
    status: 200,
    refusals: [],
  },
} as const satisfies Record<string, Route>
