import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { LEDGER_DEFINITION } from '../../shared/store/table.ts'
import { toVisitor } from '../public-reads.ts'
import {
  apiSecurityHeaders,
  type InlineHashes,
  securityHeaders,
  writtenPageHeaders,
} from '../security-headers.ts'
import { createTable } from './create-table.ts'
import { loadDemo } from './demo/load-demo.ts'
import { type OpenEngine, openEngine } from './engine.ts'
import {
  clientOn,
  inThread,
  LOCK_SECRET,
  limitMsOf,
  loadApi,
  pagesIn,
  TABLE_NAME,
  tellEnvironment,
} from './functions.ts'
import { ISSUER_PATH, issuerOf } from './issuer/issuer.ts'
import { type RunningJobs, startJobs } from './jobs.ts'
import { apiEventOf, invocationContext, responseOf } from './lambda-invocation.ts'
import { localClient } from './local-client.ts'
import { lock } from './lock.ts'
import { type Mailbox, openMailbox } from './mailbox.ts'
import { pages } from './pages.ts'
import { StartFailure } from './start-failure.ts'

/** `failed` resolves with a message when the service cannot go on. */
export type RunningService = {
  readonly origin: string
  readonly failed: Promise<string>
  readonly close: () => Promise<void>
}

const dist = fileURLToPath(new URL('../../dist', import.meta.url))

const inlineHashes = async (): Promise<InlineHashes> =>
  JSON.parse(await readFile(join(dist, 'web-csp.json'), 'utf8'))

const listen = (app: Hono, { port, host }: ServiceAddress) =>
  new Promise<ReturnType<typeof serve>>((listening, failed) => {
    const server = serve({ fetch: app.fetch, port, hostname: host }, () => listening(server))
    server.once('error', (error: NodeJS.ErrnoException) =>
      failed(
        error.code === 'EADDRINUSE'
          ? new StartFailure(`port ${port} is taken: choose another, for example PORT=${port + 1} npm start`)
          : error,
      ),
    )
  })

type Wake = () => void

type Opened = { readonly engine: OpenEngine; readonly mailbox: Mailbox; readonly wake: Wake }

const createService = async ({ engine, mailbox, wake }: Opened, { port, folder }: ServiceAddress) => {
  const { endpoint } = engine
  const origin = `http://localhost:${port}`
  const client = localClient(endpoint)
  const atIssuer = clientOn(origin)
  await createTable(client, TABLE_NAME)
  await createTable(client, ledgerBeside({ client, name: TABLE_NAME }).name, LEDGER_DEFINITION)
  tellEnvironment({ endpoint, origin, client: atIssuer, smtpUrl: mailbox.smtpUrl, folder })
  const api = await loadApi(dist)
  await loadDemo({ table: { client, name: TABLE_NAME }, api, origin }, atIssuer.issuer)
  await inThread(dist, 'write-pages', { quiet: true })({}, invocationContext(limitMsOf('write-pages')))
  const headers = { ...securityHeaders({ ...(await inlineHashes()), production: false }) }
  const written = { folder: pagesIn(folder), headers: { ...writtenPageHeaders({ production: false }) } }
  const apiHeaders = { ...apiSecurityHeaders({ production: false }) }
  const issuer = issuerOf(atIssuer)
  const app = new Hono()
    .route(ISSUER_PATH, issuer.routes)
    .use(compress())
    .route('/_mailbox', mailbox.routes)
    .route('/_lock', lock(LOCK_SECRET))
    .use('/api/auth/oidc', issuer.beforehand)
    // Not `/api`, which is a page.
    .all('/api/:rest{.+}', async (c) => {
      const event = await apiEventOf(c.req.raw, getConnInfo(c).remote.address ?? '')
      const answer = await api(event, invocationContext(limitMsOf('api')))
      if (c.req.method !== 'GET') wake()
      return toVisitor(c.req.path, responseOf(answer, apiHeaders))
    })
    .all('*', await pages({ folder: join(dist, 'web'), headers }, written))
  return { app, origin }
}

const reasonOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

export type ServiceAddress = { readonly port: number; readonly host: string; readonly folder: string }

/** Engine, API, messages and pages on one origin, with data in the folder. */
export const runService = async (address: ServiceAddress): Promise<RunningService> => {
  const engine = await openEngine({ folder: address.folder })
  const { folder } = address
  const mailbox = await openMailbox(join(folder, 'messages.jsonl'))
  try {
    let jobs: RunningJobs | undefined
    const wake = () => jobs?.wake()
    const { app, origin } = await createService({ engine, mailbox, wake }, address)
    const server = await listen(app, address)
    // Mails arrive here, so the jobs begin last.
    const running = await startJobs({ dist, endpoint: engine.endpoint, folder })
    jobs = running
    const failed = Promise.race([engine.gaveUp, running.failed.catch(reasonOf)])
    const close = async () => {
      await running.stop()
      server.close()
      mailbox.close()
      await engine.close()
    }
    return { origin, failed, close }
  } catch (error) {
    mailbox.close()
    await engine.close()
    throw error
  }
}
