import { ApiKeyList, ApiKeyParam, MadeApiKeyView, NewApiKey } from '../api-key-views.ts'
import { ScopeParam } from '../right-views.ts'
import type { Route } from '../route.ts'

/** Of a site, a département or an association. */
export const apiKeyRoutes = {
  listApiKeys: {
    method: 'get',
    path: '/api-keys/:scope',
    summary: 'The keys of the tools that are linked to a scope, without the keys themselves',
    action: 'link-tools',
    params: ScopeParam,
    status: 200,
    response: ApiKeyList,
    refusals: ['not-found'],
  },
  makeApiKey: {
    method: 'post',
    path: '/api-keys/:scope',
    summary: 'Make a key for a tool; this answer alone has the key itself',
    action: 'link-tools',
    params: ScopeParam,
    body: NewApiKey,
    idempotent: true,
    status: 201,
    response: MadeApiKeyView,
    refusals: ['not-found', 'role-unfit', 'too-many-api-keys'],
  },
  revokeApiKey: {
    method: 'delete',
    path: '/api-keys/:scope/:id',
    summary: 'Revoke a key from the next request on; again changes nothing',
    action: 'link-tools',
    params: ApiKeyParam,
    status: 204,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
