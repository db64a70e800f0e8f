import { asker, type Fetch } from '../kit/api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createSessionClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    readWays: () => ask('GET /auth/ways', []),
    list: () => ask('GET /me/sessions', []),
    close: (id: string) => ask('DELETE /me/sessions/:id', [id]),
    closeAll: () => ask('DELETE /me/sessions', []),
  }
}

export const sessionApi = createSessionClient((path, init) => fetch(path, init))

/** Leaves our pages for the issuer's, and comes back to `next`. */
export const issuerAddress = (next: string): string => `/api/auth/oidc?${new URLSearchParams({ next })}`
