import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { type Context, Hono, type MiddlewareHandler } from 'hono'
import type { Provider } from 'oidc-provider'
import { DEMO_STAFF } from './demo-staff.ts'
import { loginPage } from './login-page.ts'
import type { LocalClient } from './provider.ts'

export const ISSUER_PATH = '/_issuer'

type Local = { Bindings: HttpBindings }

/** The issuer behaves as if it had its own origin. */
const forwarded = ({ env: { incoming } }: Context<Local>) => {
  const { url = '/' } = incoming
  const inner = url.slice(ISSUER_PATH.length) || '/'
  // The issuer asks each time, since one machine plays several people.
  if (inner.startsWith('/auth?')) delete incoming.headers.cookie
  return Object.assign(incoming, { originalUrl: url, url: inner })
}

type Load = (client: LocalClient) => Promise<Provider>

const load: Load = async (client) => (await import('./provider.ts')).createProvider(client)

/** Loads with the first sign-in, which few starts ever see. */
const once = (work: () => Promise<Provider>) => {
  let provider: Promise<Provider> | undefined
  return () => {
    provider ??= work()
    return provider
  }
}

const routesWith = (providerOf: () => Promise<Provider>) =>
  new Hono<Local>()
    .get('/interaction/:uid', (c) => c.html(loginPage(DEMO_STAFF)))
    .post('/interaction/:uid', async (c) => {
      const { subject, secondFactor } = await c.req.parseBody()
      const login = { accountId: String(subject), amr: secondFactor ? ['pwd', 'mfa'] : ['pwd'] }
      const { incoming, outgoing } = c.env
      const provider = await providerOf()
      const next = await provider.interactionResult(incoming, outgoing, { login }).catch(() => undefined)
      return next === undefined
        ? c.text('Cette connexion est finie : recommencez.', 400)
        : c.redirect(next, 303)
    })
    .all('*', async (c) => {
      // Hono derives HEAD from an answer to GET, which has already been sent here.
      if (c.req.method === 'HEAD') return c.body(null, 405, { allow: 'GET, POST' })
      const provider = await providerOf()
      provider.callback()(forwarded(c), c.env.outgoing)
      return RESPONSE_ALREADY_SENT
    })

/** `beforehand` lets a sign-in wait for the issuer, which the API would give up while it loads. */
export const issuerOf = (client: LocalClient, loading = load) => {
  const providerOf = once(() => loading(client))
  const beforehand: MiddlewareHandler = async (_, next) => {
    await providerOf()
    await next()
  }
  return { routes: routesWith(providerOf), beforehand }
}
