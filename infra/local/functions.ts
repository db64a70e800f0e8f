import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FunctionName } from '../build.ts'
import { TIME_LIMIT_SECONDS } from '../time-limits.ts'
import { ISSUER_PATH } from './issuer/issuer.ts'
import type { LocalClient } from './issuer/provider.ts'
import type { ApiHandler } from './lambda-invocation.ts'
import { LOCAL_ENVIRONMENT } from './local-client.ts'
import type { Scheduled, ScheduledHandler } from './schedule.ts'
import type { Follower, StreamHandler } from './stream/hand-over.ts'

export const TABLE_NAME = 'restante'

export const LOCK_SECRET = 'dGhlLXNlY3JldC1vZi10aGUtbG9jay1vZi1vbmUtbWFjaGluZS1vbmx5'

const DUE_PAUSE_MS = 3000
const REMINDERS_PAUSE_MS = 30_000
const HOUR_MS = 3_600_000

/** Where the pages of sites are written, in the folder of the data. */
export const pagesIn = (folder: string): string => join(folder, 'pages')

export const limitMsOf = (name: FunctionName): number => TIME_LIMIT_SECONDS[name] * 1000

export const clientOn = (origin: string): LocalClient => ({
  issuer: `${origin}${ISSUER_PATH}`,
  clientId: 'restante',
  clientSecret: randomBytes(20).toString('hex'),
  redirectUri: `${origin}/api/auth/oidc/callback`,
})

/** What the thread of a nightly job is told. */
export type NightlyRun = { readonly dist: string; readonly name: FunctionName; readonly limitMs: number }

export type Jobs = { readonly followers: readonly Follower[]; readonly scheduled: readonly Scheduled[] }

export type Reached = {
  readonly endpoint: string
  readonly origin: string
  readonly client: LocalClient
  readonly smtpUrl: string
  readonly folder: string
}

/** Functions and their threads then reach this machine instead of AWS. */
export const tellEnvironment = ({ endpoint, origin, client, smtpUrl, folder }: Reached): void => {
  Object.assign(process.env, LOCAL_ENVIRONMENT, {
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    RESTANTE_SMTP_URL: smtpUrl,
    RESTANTE_TABLE: TABLE_NAME,
    RESTANTE_ORIGIN: origin,
    RESTANTE_PAGES_FOLDER: pagesIn(folder),
    RESTANTE_MAIL_FROM: 'restante@localhost',
    RESTANTE_MAIL_KEY: 'the-key-of-the-mail-of-one-machine-only',
    RESTANTE_DOOR_KEYS: 'the-key-of-the-doors-of-one-machine-only',
    RESTANTE_LOCK_URL: `${origin}/_lock`,
    RESTANTE_LOCK_SECRETS: LOCK_SECRET,
    RESTANTE_LOOPBACK: 'yes',
    RESTANTE_OIDC_ISSUER: client.issuer,
    RESTANTE_OIDC_NAME: 'un compte de démonstration',
    RESTANTE_OIDC_CLIENT_ID: client.clientId,
    RESTANTE_OIDC_CLIENT_SECRET: client.clientSecret,
  })
}

export const load = async <T>(dist: string, name: FunctionName): Promise<T> =>
  (await import(pathToFileURL(join(dist, 'functions', name, 'index.mjs')).href)).handler

type InThread = {
  /** Only its warnings and errors are printed. */
  readonly quiet?: true
}

/** Loads, runs and ends with its memory: nothing of it stays for an hour. */
export const inThread =
  (dist: string, name: FunctionName, { quiet }: InThread = {}): ScheduledHandler =>
  async () => {
    const run: NightlyRun = { dist, name, limitMs: limitMsOf(name) }
    const thread = new Worker(new URL('nightly-thread.ts', import.meta.url), {
      workerData: run,
      execArgv: [],
      stdout: quiet === true,
    })
    const [code] = await once(thread, 'exit')
    if (code !== 0) throw new Error(`the thread of ${name} ended with ${code}`)
  }

/** The deployed bundle. */
export const loadApi = (dist: string): Promise<ApiHandler> => load<ApiHandler>(dist, 'api')

/** The deployed bundles of all functions but the API. */
export const loadJobs = async (dist: string): Promise<Jobs> => {
  const follower = async (name: FunctionName): Promise<Follower> => ({
    name,
    handler: await load<StreamHandler>(dist, name),
    limitMs: limitMsOf(name),
  })
  // Nightly jobs run hourly here: few machines are on at night.
  const nightly = (name: FunctionName): Scheduled => ({
    name,
    handler: inThread(dist, name),
    everyMs: HOUR_MS,
    limitMs: limitMsOf(name),
  })
  const everyMs = async (name: FunctionName, pauseMs: number): Promise<Scheduled> => ({
    name,
    handler: await load<ScheduledHandler>(dist, name),
    everyMs: pauseMs,
    limitMs: limitMsOf(name),
  })
  return {
    followers: await Promise.all([follower('send-messages'), follower('tell-tools')]),
    scheduled: [
      nightly('extend-series'),
      nightly('review-sites'),
      nightly('purge-past'),
      await everyMs('end-due', DUE_PAUSE_MS),
      await everyMs('send-reminders', REMINDERS_PAUSE_MS),
      await everyMs('deliver-hooks', DUE_PAUSE_MS),
      await everyMs('write-pages', DUE_PAUSE_MS),
    ],
  }
}
