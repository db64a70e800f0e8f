import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { ledgerBeside } from '../../shared/store/ledger-store.ts'
import { LEDGER_DEFINITION } from '../../shared/store/table.ts'
import { apiSecurityHeaders, type InlineHashes, securityHeaders } from '../security-headers.ts'
import { createTable } from './create-table.ts'
import { loadDemo } from './demo/load-demo.ts'
import { type OpenEngine, openEngine } from './engine.ts'
import { clientOn, LOCK_SECRET, limitMsOf, loadFunctions, TABLE_NAME } from './functions.ts'
import { ISSUER_PATH, issuerOf } from './issuer/issuer.ts'
import { apiEventOf, invocationContext, responseOf } from './lambda-invocation.ts'
import { localClient } from './local-client.ts'
import { lock } from './lock.ts'
import { mailbox } from './mailbox.ts'
import { pages } from './pages.ts'
import { runEvery } from './schedule.ts'
import { StartFailure } from './start-failure.ts'
import { followStream, streamOf } from './stream/follow-stream.ts'
import { retriesInto } from './stream/hand-over-again.ts'
import { openProgress } from './stream/progress.ts'
import { newWake, type Wake } from './stream/wake.ts'

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

const createService = async ({ endpoint }: OpenEngine, { port, folder }: ServiceAddress, { wake }: Wake) => {
  const origin = `http://localhost:${port}`
  const client = localClient(endpoint)
  const atIssuer = clientOn(origin)
  await createTable(client, TABLE_NAME)
  await createTable(client, ledgerBeside({ client, name: TABLE_NAME }).name, LEDGER_DEFINITION)
  const { api, ...jobs } = await loadFunctions(dist, { endpoint, origin, client: atIssuer })
  await loadDemo({ table: { client, name: TABLE_NAME }, api, origin }, atIssuer.issuer)
  const headers = { ...securityHeaders({ ...(await inlineHashes()), production: false }) }
  const apiHeaders = { ...apiSecurityHeaders({ production: false }) }
  const app = new Hono()
    .route(ISSUER_PATH, issuerOf(atIssuer))
    .use(compress())
    .route('/_mailbox', mailbox(join(folder, 'messages.jsonl')))
    .route('/_lock', lock(LOCK_SECRET))
    .all('/api/*', async (c) => {
      const event = await apiEventOf(c.req.raw, getConnInfo(c).remote.address ?? '')
      const answer = await api(event, invocationContext(limitMsOf('api')))
      if (c.req.method !== 'GET') wake()
      return responseOf(answer, apiHeaders)
    })
    .all('*', await pages(join(dist, 'web'), headers))
  return { app, client, origin, ...jobs }
}

/** Resolves with the first fault only. */
const endOf = (running: readonly Promise<void>[]): Promise<string> =>
  new Promise((failed) => {
    for (const each of running)
      each.catch((error: unknown) =>
        failed(error instanceof Error ? (error.stack ?? error.message) : String(error)),
      )
  })

export type ServiceAddress = { readonly port: number; readonly host: string; readonly folder: string }

/** Engine, API, messages and pages on one origin, with data in the folder. */
export const runService = async (address: ServiceAddress): Promise<RunningService> => {
  const engine = await openEngine({ folder: address.folder })
  try {
    const wake = newWake()
    const { app, origin, followers, scheduled } = await createService(engine, address, wake)
    const stream = await streamOf(engine.endpoint, TABLE_NAME)
    const progress = openProgress(join(address.folder, 'stream.sqlite'))
    const server = await listen(app, address)
    const stopping = new AbortController()
    const stopped = stopping.signal
    const retries = retriesInto(join(address.folder, 'set-aside.jsonl'))
    const running = [
      ...followers.map((each) => followStream(stream, each, { progress, retries, wake, stopped })),
      ...scheduled.map((each) => runEvery(each, stopped)),
    ]
    const failed = Promise.race([engine.gaveUp, endOf(running)])
    const close = async () => {
      stopping.abort()
      await Promise.allSettled(running)
      server.close()
      progress.close()
      await engine.close()
    }
    return { origin, failed, close }
  } catch (error) {
    await engine.close()
    throw error
  }
}
