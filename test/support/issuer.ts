import { createHash, createHmac, generateKeyPairSync, type KeyObject, randomUUID, sign } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

const pair = () => generateKeyPairSync('rsa', { modulusLength: 2048 })

type Claims = Record<string, unknown>
type Header = { alg: string; kid?: string }

/** The person who signs in, and how their token is forged, if it is. */
export type Visit = {
  readonly claims?: Claims
  readonly header?: Partial<Header>
  readonly sign?: (input: string, keys: { readonly own: KeyObject; readonly publicPem: string }) => string
  readonly profile?: Claims
}

const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url')

export const byHmacOfThePublicKey: NonNullable<Visit['sign']> = (input, { publicPem }) =>
  createHmac('sha256', publicPem).update(input).digest('base64url')

const another = pair().privateKey
export const byAnotherKey: NonNullable<Visit['sign']> = (input) =>
  sign('sha256', Buffer.from(input), another).toString('base64url')

const bodyOf = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let text = ''
  for await (const chunk of request) text += chunk
  return new URLSearchParams(text)
}

type Asked = Visit & { readonly nonce: string; readonly challenge: string; readonly client: string }

const expiryIn = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

/**
 * An issuer that says what a test wants. It claims each algorithm, so that nothing depends on its own word.
 * It honours a code once, and only with its verifier.
 */
export const anIssuer = async () => {
  const { privateKey: own, publicKey } = pair()
  const publicPem = publicKey.export({ type: 'spki', format: 'pem' }).toString()
  const asked = new Map<string, Asked>()
  let trouble: 'none' | 'errors' | 'silence' = 'none'
  let origin = ''

  const idTokenOf = (visit: Asked): string => {
    const header = { alg: 'RS256', kid: 'own', ...visit.header }
    const times = { iat: expiryIn(0), exp: expiryIn(60) }
    const claims = {
      iss: origin,
      aud: visit.client,
      nonce: visit.nonce,
      sub: 'agent-1',
      amr: ['pwd', 'mfa'],
      ...times,
    }
    const input = `${encoded(header)}.${encoded({ ...claims, ...visit.claims })}`
    const byOwnKey = () => sign('sha256', Buffer.from(input), own).toString('base64url')
    return `${input}.${visit.sign ? visit.sign(input, { own, publicPem }) : byOwnKey()}`
  }

  const tokenFor = async (request: IncomingMessage): Promise<[number, unknown]> => {
    const body = await bodyOf(request)
    const code = body.get('code') ?? ''
    const visit = asked.get(code)
    asked.delete(code)
    const challenge = createHash('sha256')
      .update(body.get('code_verifier') ?? '')
      .digest('base64url')
    if (!visit || visit.challenge !== challenge) return [400, { error: 'invalid_grant' }]
    asked.set(`profile ${code}`, visit)
    return [200, { access_token: code, token_type: 'Bearer', id_token: idTokenOf(visit) }]
  }

  const answers: Record<
    string,
    (request: IncomingMessage) => Promise<[number, unknown]> | [number, unknown]
  > = {
    '/.well-known/openid-configuration': () => [
      200,
      {
        issuer: origin,
        authorization_endpoint: `${origin}/authorize`,
        token_endpoint: `${origin}/token`,
        userinfo_endpoint: `${origin}/profile`,
        jwks_uri: `${origin}/keys`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256', 'HS256', 'none'],
      },
    ],
    '/keys': () => [
      200,
      { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'own', use: 'sig', alg: 'RS256' }] },
    ],
    '/token': tokenFor,
    '/profile': ({ headers: { authorization = '' } }) => {
      const visit = asked.get(`profile ${authorization.replace('Bearer ', '')}`)
      return [200, { sub: visit?.claims?.sub ?? 'agent-1', ...visit?.profile }]
    },
  }

  const server = createServer(async (request, response) => {
    if (trouble === 'silence') return
    const answer = answers[request.url ?? '']
    const [status, body] = trouble === 'errors' || !answer ? [502, {}] : await answer(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  return {
    settings: {
      issuer: origin,
      name: 'ProConnect',
      clientId: 'restante',
      clientSecret: 'a-secret-of-tests-only',
      scope: 'openid profile email',
      redirectUri: 'https://restante.example/api/auth/oidc/callback',
    },
    /** Signs a person in; answers the query of the way back. */
    signIn: (address: string, visit: Visit = {}): URLSearchParams => {
      const query = new URL(address).searchParams
      const given = (name: string) => query.get(name) ?? ''
      const code = randomUUID()
      asked.set(code, {
        ...visit,
        nonce: given('nonce'),
        challenge: given('code_challenge'),
        client: given('client_id'),
      })
      return new URLSearchParams({ code, state: given('state') })
    },
    goWrong: (how: typeof trouble) => {
      trouble = how
    },
    close: () => {
      server.closeAllConnections()
      return new Promise((closed) => server.close(closed))
    },
  }
}
