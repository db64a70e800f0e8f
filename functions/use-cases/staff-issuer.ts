import type { Result } from '../../shared/domain/result.ts'

/** `acrValues`, separated by spaces, are asked for; whoever comes back with one of them has shown a second factor. */
export type IssuerSettings = {
  readonly issuer: string
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  readonly acrValues?: string | undefined
  readonly redirectUri: string
}

/** What one way to the issuer and back is known by. */
export type AuthorizationRequest = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Whom the issuer vouches for: `subject` is theirs at that issuer, whatever becomes of their address or name. */
export type StaffIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly secondFactor: boolean
  readonly email?: string
  readonly name?: string
}

export type IssuerRefusal = { readonly kind: 'issuer-unavailable' | 'staff-sign-in-refused' }

/** `sealKey` is known to nobody else, but for the issuer. */
export type StaffIssuer = {
  readonly name: string
  readonly sealKey: string
  readonly addressFor: (authorizationRequest: AuthorizationRequest) => Promise<Result<string, IssuerRefusal>>
  readonly identify: (
    search: string,
    authorizationRequest: AuthorizationRequest,
  ) => Promise<Result<StaffIdentity, IssuerRefusal>>
}
