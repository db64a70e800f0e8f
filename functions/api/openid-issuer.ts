import type { Configuration, IDToken, UserInfoResponse } from 'openid-client'
import { EmailText, NameText } from '../../shared/contracts/values.ts'
import { ok, type Result, refuse } from '../../shared/domain/result.ts'
import { loadOnce } from '../invocation/load-once.ts'
import { log } from '../invocation/log.ts'
import type {
  AuthorizationRequest,
  IssuerRefusal,
  IssuerSettings,
  StaffIdentity,
  StaffIssuer,
} from '../use-cases/staff-issuer.ts'

/** Several calls in a row stay within the deadline of a request. */
const CALL_SECONDS = 2
/** ProConnect reports the authentication methods only on request; other issuers ignore this. */
const CLAIMS = JSON.stringify({ id_token: { amr: { essential: true } } })
const UNAVAILABLE = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'server_error', 'temporarily_unavailable'])

/** The library is a fifth of the API: it loads when staff sign in, never at a cold start. */
const loadLibrary = () => import('openid-client')

const isLocal = (issuer: string): boolean => /^http:\/\/(localhost|127\.0\.0\.1)[:/]/.test(issuer)

const discover = async ({ issuer, clientId, clientSecret }: IssuerSettings): Promise<Configuration> => {
  const { allowInsecureRequests, ClientSecretPost, discovery, enableNonRepudiationChecks } =
    await loadLibrary()
  return discovery(new URL(issuer), clientId, undefined, ClientSecretPost(clientSecret), {
    timeout: CALL_SECONDS,
    // Signatures are checked even though the token comes straight from the issuer.
    execute: [enableNonRepudiationChecks, ...(isLocal(issuer) ? [allowInsecureRequests] : [])],
  })
}

const CODE = /^\w{1,40}$/

/** The log tells operators the reason, a code of the protocol. */
const refusedFor = (kind: IssuerRefusal['kind'], reason: unknown): IssuerRefusal => {
  // It may come from the address of the callback, where anybody writes anything.
  log('warn', kind, { reason: CODE.test(String(reason)) ? reason : 'other' })
  return { kind }
}

const refusalOf = (error: unknown): IssuerRefusal => {
  const { code, error: named, cause, status } = error as Record<string, unknown>
  const answered = Number(status ?? (cause as { status?: unknown } | undefined)?.status ?? 0)
  const isDown = error instanceof TypeError || UNAVAILABLE.has(String(named ?? code)) || answered >= 500
  return refusedFor(
    isDown ? 'issuer-unavailable' : 'staff-sign-in-refused',
    named ?? code ?? (error as Error).name,
  )
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

/** ProConnect sends the family name as `usual_name`. */
const profileOf = (claims: IDToken | UserInfoResponse): Pick<StaffIdentity, 'email' | 'name'> => {
  const family = textOf(claims.usual_name) ?? textOf(claims.family_name)
  const whole = textOf(claims.name) ?? [textOf(claims.given_name), family].filter(Boolean).join(' ')
  const [name, email] = [NameText.safeParse(whole), EmailText.safeParse(claims.email)]
  return { ...(name.success && { name: name.data }), ...(email.success && { email: email.data }) }
}

const hasSecondFactor = ({ amr, acr }: IDToken, acrValues = ''): boolean =>
  (Array.isArray(amr) && amr.includes('mfa')) ||
  (typeof acr === 'string' && acr !== '' && acrValues.split(' ').includes(acr))

const read = async (
  config: Configuration,
  settings: IssuerSettings,
  address: URL,
  authorizationRequest: AuthorizationRequest,
): Promise<StaffIdentity> => {
  const { authorizationCodeGrant, fetchUserInfo } = await loadLibrary()
  const tokens = await authorizationCodeGrant(config, address, {
    expectedState: authorizationRequest.state,
    expectedNonce: authorizationRequest.nonce,
    pkceCodeVerifier: authorizationRequest.verifier,
    idTokenExpected: true,
  })
  const claims = tokens.claims()
  if (!claims) throw new Error('no ID token')
  const told = config.serverMetadata().userinfo_endpoint && !claims.email
  const profile = told ? await fetchUserInfo(config, tokens.access_token, claims.sub) : claims
  const secondFactor = hasSecondFactor(claims, settings.acrValues)
  return { issuer: claims.iss, subject: claims.sub, secondFactor, ...profileOf(profile) }
}

/** An OpenID Connect issuer for staff: authorization code with PKCE. Creating it makes no call. */
export const openIdIssuer = (settings: IssuerSettings): StaffIssuer => {
  const configuration = loadOnce(() => discover(settings))
  const { name, clientSecret, redirectUri, scope, acrValues } = settings
  const attempt = <T>(work: (config: Configuration) => Promise<T>): Promise<Result<T, IssuerRefusal>> =>
    configuration().then(
      (config) => work(config).then(ok, (error) => refuse(refusalOf(error))),
      (error) => refuse(refusedFor('issuer-unavailable', error.code ?? error.name)),
    )
  return {
    name,
    sealKey: clientSecret,
    addressFor: ({ state, nonce, verifier }) =>
      attempt(async (config) => {
        const { buildAuthorizationUrl, calculatePKCECodeChallenge } = await loadLibrary()
        return buildAuthorizationUrl(config, {
          redirect_uri: redirectUri,
          scope,
          state,
          nonce,
          code_challenge: await calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
          claims: CLAIMS,
          ...(acrValues && { acr_values: acrValues }),
        }).href
      }),
    identify: (search, authorizationRequest) =>
      attempt((config) => read(config, settings, new URL(redirectUri + search), authorizationRequest)),
  }
}
