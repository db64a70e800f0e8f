import { Hono } from 'hono/tiny'
import { openApi } from '../../../shared/contracts/openapi.ts'
import { openApiRoutes as routes } from '../../../shared/contracts/routes/openapi.ts'

export const openApiRoutes = () => new Hono().get(routes.readOpenApi.path, (c) => c.json(openApi()))
