import type { SessionList, SignInWays } from '../shared/contracts/auth-views.ts'
import { asker, type Fetch } from './api-client.ts'

/** Apart from the other calls: few pages need them. */
export const createSessionClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    readWays: () => ask<SignInWays>({ path: '/auth/ways' }),
    list: () => ask<SessionList>({ path: '/me/sessions' }),
    close: (id: string) => ask<undefined>({ method: 'DELETE', path: `/me/sessions/${encodeURIComponent(id)}` }),
    closeAll: () => ask<undefined>({ method: 'DELETE', path: '/me/sessions' }),
  }
}

export const sessionApi = createSessionClient((path, init) => fetch(path, init))

/** Leaves our pages for the issuer's, and comes back to `next`. */
export const issuerAddress = (next: string): string => `/api/auth/oidc?${new URLSearchParams({ next })}`
