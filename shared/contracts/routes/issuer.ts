import { IssuerQuery, SignInWays } from '../auth-views.ts'
import type { Route } from '../route.ts'

/** A browser follows these, so its page tells refusals; without an issuer they are not found. */
export const issuerRoutes = {
  readSignInWays: {
    method: 'get',
    path: '/auth/ways',
    summary: 'How one can sign in, beside a code by mail',
    action: 'sign-in',
    status: 200,
    response: SignInWays,
    refusals: [],
  },
  goToIssuer: {
    method: 'get',
    path: '/auth/oidc',
    summary: 'Staff: go to the issuer to sign in, then to our path `next`',
    action: 'sign-in',
    query: IssuerQuery,
    status: 302,
    refusals: ['not-found'],
  },
  comeFromIssuer: {
    method: 'get',
    path: '/auth/oidc/callback',
    summary:
      'Staff: come back from the issuer, signed in; else the page /connexion says why not (`refus`, a code of problems)',
    action: 'sign-in',
    status: 303,
    refusals: ['not-found'],
  },
} as const satisfies Record<string, Route>
