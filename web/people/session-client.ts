import { ask } from '../kit/api-client.ts'

export const sessionApi = {
  readWays: () => ask('GET /auth/ways', []),
  list: () => ask('GET /me/sessions', []),
  close: (id: string) => ask('DELETE /me/sessions/:id', [id]),
  closeAll: () => ask('DELETE /me/sessions', []),
}

/** The issuer's page, which comes back to `next`. */
export const issuerAddress = (next: string): string => `/api/auth/oidc?${new URLSearchParams({ next })}`
