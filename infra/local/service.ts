import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { LEDGER_DEFINITION } from '../../shared/store/table.ts'
import { apiSecurityHeaders, securityHeaders } from '../security-headers.ts'
import { createTable } from './create-table.ts'
import { loadDemo } from './demo/load-demo.ts'
import { type OpenEngine, openEngine } from './engine.ts'
import { ISSUER_PATH, issuerOf } from './issuer/issuer.ts'
import type { LocalClient } from './issuer/provider.ts'
import { type ApiHandler, apiEventOf, invocationContext, responseOf } from './lambda-invocation.ts'
import { LOCAL_ENVIRONMENT, localClient } from './local-client.ts'
import { lock } from './lock.ts'
import { mailbox } from './mailbox.ts'
import { pages } from './pages.ts'
import { runEvery, type ScheduledHandler } from './schedule.ts'
import { StartFailure } from './start-failure.ts'
import { followStream, type StreamHandler } from './stream.ts'

export const TABLE_NAME = 'restante'

const LOCK_SECRET = 'dGhlLXNlY3JldC1vZi10aGUtbG9jay1vZi1vbmUtbWFjaGluZS1vbmx5'
const DUE_PAUSE_MS = 3000
const HOUR_MS = 3_600_000

/** `failed` resolves with what to say when the service cannot go on. */
export type RunningService = {
  readonly origin: string
  readonly failed: Promise<string>
  readonly close: () => Promise<void>
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

type Follower = { readonly handler: (...parameters: unknown[]) => ReturnType<StreamHandler> }
type Scheduled = { readonly handler: ScheduledHandler }

const clientOn = (origin: string): LocalClient => ({
  issuer: `${origin}${ISSUER_PATH}`,
  clientId: 'restante',
  clientSecret: randomBytes(20).toString('hex'),
  redirectUri: `${origin}/api/auth/oidc/callback`,
})

type Reached = { readonly endpoint: string; readonly origin: string; readonly client: LocalClient }

/** The bundles that are deployed, told by their environment to reach this machine instead of AWS. */
const loadFunctions = async ({ endpoint, origin, client }: Reached) => {
  Object.assign(process.env, LOCAL_ENVIRONMENT, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    AWS_ENDPOINT_URL_SESV2: `${origin}/_mailbox`,
    RESTANTE_TABLE: TABLE_NAME,
    RESTANTE_ORIGIN: origin,
    RESTANTE_MAIL_FROM: 'restante@localhost',
    RESTANTE_MAIL_KEY: 'the-key-of-the-mail-of-one-machine-only',
    RESTANTE_DOOR_KEYS: 'the-key-of-the-doors-of-one-machine-only',
    RESTANTE_LOCK_URL: `${origin}/_lock`,
    RESTANTE_LOCK_SECRETS: LOCK_SECRET,
    RESTANTE_OIDC_ISSUER: client.issuer,
    RESTANTE_OIDC_NAME: 'un compte de démonstration',
    RESTANTE_OIDC_CLIENT_ID: client.clientId,
    RESTANTE_OIDC_CLIENT_SECRET: client.clientSecret,
  })
  const load = (name: string) => import(join(dist, 'functions', name, 'index.mjs'))
  const [api, messages, locks, series, due, purge] = (await Promise.all(
    ['api', 'send-messages', 'tell-locks', 'extend-series', 'end-due', 'purge-past'].map(load),
  )) as [{ handler: ApiHandler }, Follower, Follower, Scheduled, Scheduled, Scheduled]
  const following =
    ({ handler }: Follower): StreamHandler =>
    (event) =>
      handler(event, invocationContext())
  return {
    api: api.handler,
    extendSeries: series.handler,
    followers: [following(messages), following(locks)],
    endDue: due.handler,
    purgePast: purge.handler,
  }
}

const styleHashes = async (): Promise<string[]> =>
  JSON.parse(await readFile(join(dist, 'web-csp.json'), 'utf8')).styleHashes

const listen = (app: Hono, port: number) =>
  new Promise<ReturnType<typeof serve>>((listening, failed) => {
    const server = serve({ fetch: app.fetch, port, hostname: process.env.HOST ?? '127.0.0.1' }, () => listening(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new StartFailure(`port ${port} is taken: choose another, for example PORT=${port + 1} npm start`)
          : error,
      ),
    )
  })

const createService = async ({ endpoint }: OpenEngine, { port, folder }: Place) => {
  const origin = `http://localhost:${port}`
  const client = localClient(endpoint)
  const atIssuer = clientOn(origin)
  await createTable(client, TABLE_NAME)
  await createTable(client, ledgerBeside({ client, name: TABLE_NAME }).name, LEDGER_DEFINITION)
  await loadDemo({ client, name: TABLE_NAME }, atIssuer.issuer)
  const { api, ...jobs } = await loadFunctions({ endpoint, origin, client: atIssuer })
  const headers = { ...securityHeaders({ styleHashes: await styleHashes(), production: false }) }
  const apiHeaders = { ...apiSecurityHeaders({ production: false }) }
  const app = new Hono()
    .route(ISSUER_PATH, issuerOf(atIssuer))
    .use(compress())
    .route('/_mailbox', mailbox(join(folder, 'messages.jsonl')))
    .route('/_lock', lock(LOCK_SECRET))
    .all('/api/*', async (c) => {
      const event = await apiEventOf(c.req.raw, getConnInfo(c).remote.address ?? '')
      return responseOf(await api(event, invocationContext()), apiHeaders)
    })
    .all('*', await pages(join(dist, 'web'), headers))
  return { app, client, origin, ...jobs }
}

type Place = { readonly port: number; readonly folder: string }

/** The whole service on one machine: engine, API, messages, pages, on one origin. Data is kept in the folder. */
export const runService = async (place: Place): Promise<RunningService> => {
  const engine = await openEngine({ folder: place.folder })
  try {
    const { app, client, origin, followers, ...jobs } = await createService(engine, place)
    const server = await listen(app, place.port)
    const stopping = new AbortController()
    const stream = { client, name: TABLE_NAME, endpoint: engine.endpoint }
    const following = followers.map((each) => followStream(stream, each, stopping.signal).catch(() => {}))
    const running = [
      runEvery(HOUR_MS, jobs.extendSeries, stopping.signal),
      runEvery(HOUR_MS, jobs.purgePast, stopping.signal),
      runEvery(DUE_PAUSE_MS, jobs.endDue, stopping.signal),
    ]
    const failed = engine.ended.then(() =>
      stopping.signal.aborted ? new Promise<never>(() => {}) : 'its engine has stopped',
    )
    const close = async () => {
      stopping.abort()
      await Promise.all([...following, ...running])
      server.close()
      await engine.close()
    }
    return { origin, failed, close }
  } catch (error) {
    await engine.close()
    throw error
  }
}
