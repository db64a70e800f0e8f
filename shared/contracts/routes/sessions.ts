import { SessionList, SessionParam } from '../auth-views.ts'
import type { Route } from '../route.ts'

export const sessionRoutes = {
  listMySessions: {
    method: 'get',
    path: '/me/sessions',
    summary: 'Where I am signed in',
    action: 'be-oneself',
    status: 200,
    response: SessionList,
    refusals: [],
  },
  closeMySession: {
    method: 'delete',
    path: '/me/sessions/:id',
    summary: 'Sign out there',
    action: 'be-oneself',
    params: SessionParam,
    status: 204,
    refusals: [],
  },
  closeMySessions: {
    method: 'delete',
    path: '/me/sessions',
    summary: 'Sign out everywhere, here included',
    action: 'be-oneself',
    status: 204,
    refusals: [],
  },
} as const satisfies Record<string, Route>
