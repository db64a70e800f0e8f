import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { Provider } from 'oidc-provider'
import { DEMO_STAFF } from './demo-staff.ts'
import { memory } from './memory.ts'

export type LocalClient = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret: string
  readonly redirectUri: string
}

const HOUR_SECONDS = 3600
const SCOPE = 'openid profile email'

const newKey = () => {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'ES256' }
}

/** A complete OpenID Connect issuer whose keys, sessions and codes live in memory. */
export const createProvider = ({ issuer, clientId, clientSecret, redirectUri }: LocalClient): Provider => {
  const provider: Provider = new Provider(issuer, {
    adapter: memory(),
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        token_endpoint_auth_method: 'client_secret_post',
        id_token_signed_response_alg: 'ES256',
      },
    ],
    jwks: { keys: [newKey()] },
    cookies: { keys: [randomBytes(20).toString('hex')] },
    claims: { openid: ['sub', 'amr'], profile: ['name'], email: ['email'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/_issuer/interaction/${uid}` },
    ttl: {
      AccessToken: HOUR_SECONDS,
      AuthorizationCode: 60,
      Grant: HOUR_SECONDS,
      IdToken: HOUR_SECONDS,
      Interaction: HOUR_SECONDS,
      Session: HOUR_SECONDS,
    },
    findAccount: (_, accountId) => {
      const person = DEMO_STAFF.find(({ subject }) => subject === accountId)
      return (
        person && { accountId, claims: () => ({ sub: accountId, name: person.name, email: person.email }) }
      )
    },
    // Employers consent for their staff, so nobody is asked.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new provider.Grant({
        clientId,
        ...(oidc.account && { accountId: oidc.account.accountId }),
      })
      grant.addOIDCScope(SCOPE)
      await grant.save()
      return grant
    },
    renderError: (context, { error, error_description: why }) => {
      context.type = 'text'
      context.body = [error, why].filter(Boolean).join(': ')
    },
  })
  return provider
}
