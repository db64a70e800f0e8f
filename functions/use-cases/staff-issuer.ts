import type { Result } from '../../shared/domain/result.ts'

/** The space-separated `acrValues` are requested; each of them proves a second factor. */
export type IssuerSettings = {
  readonly issuer: string
  readonly name: string
  readonly clientId: string
  readonly clientSecret: string
  readonly scope: string
  readonly acrValues?: string | undefined
  readonly redirectUri: string
}

export type AuthorizationRequest = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** `subject` identifies a person at this issuer; addresses and names may change. */
export type StaffIdentity = {
  readonly issuer: string
  readonly subject: string
  readonly secondFactor: boolean
  readonly email?: string
  readonly name?: string
}

export type IssuerRefusal = { readonly kind: 'issuer-unavailable' | 'staff-sign-in-refused' }

/** Only we know `sealKey`. */
export type StaffIssuer = {
  readonly name: string
  readonly sealKey: string
  readonly addressFor: (authorizationRequest: AuthorizationRequest) => Promise<Result<string, IssuerRefusal>>
  readonly identify: (
    search: string,
    authorizationRequest: AuthorizationRequest,
  ) => Promise<Result<StaffIdentity, IssuerRefusal>>
}
