import { randomBytes } from 'node:crypto'
import type { HolderId } from '../../../shared/domain/ids.ts'
import type { Instant } from '../../../shared/domain/instant.ts'
import type { Table } from '../../../shared/store/client.ts'
import { hashOf } from '../../../shared/store/hash.ts'
import { identityStore } from '../../../shared/store/identity-store.ts'
import { sessionStore } from '../../../shared/store/session-store.ts'
import { type ApiHandler, apiEvent, invocationContext } from '../lambda-invocation.ts'

/** Demo people use the service through its API. */
export type Stage = { readonly table: Table; readonly api: ApiHandler; readonly origin: string }

const refused = (what: string, status: number): void =>
  console.error(JSON.stringify({ level: 'info', message: 'the demo goes on without this', what, status }))

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE'

/** `ask` answers undefined for a refusal. The same arguments repeat the same request. */
export type Visitor = {
  readonly ask: <T>(method: Method, path: string, body?: object) => Promise<T | undefined>
  readonly leave: () => Promise<void>
}

const LIMIT_MS = 10_000

export const addNeighbour = async ({ table }: Stage, name: string, email: string): Promise<HolderId> => {
  const identities = identityStore(table)
  const newId = hashOf('demo', email).slice(0, 20) as HolderId
  const id = await identities.findOrAddHolder(hashOf('email', email), email, newId)
  await identities.changeHolder(id, { name })
  return id
}

/** Staff sign in with a second factor. */
export const visit = async (holder: HolderId, { table, api, origin }: Stage): Promise<Visitor> => {
  const sessions = sessionStore(table)
  const secret = randomBytes(20).toString('hex')
  const openedAt = Date.now() as Instant
  const opened = {
    method: 'issuer',
    secondFactor: true,
    device: 'computer',
    openedAt,
    seenAt: openedAt,
  } as const
  await sessions.addSession(holder, hashOf(secret), opened)
  const ask: Visitor['ask'] = async <T>(method: Method, path: string, body?: object) => {
    const content = body && JSON.stringify(body)
    const headers = {
      cookie: `restante-session=${holder}.${secret}`,
      ...(content && { 'content-type': 'application/json' }),
      'idempotency-key': hashOf('demo', path, content ?? '').slice(0, 40),
    }
    const event = apiEvent({ method, url: new URL(`${origin}/api${path}`), headers, body: content })
    const { statusCode = 500, body: answer } = await api(event, invocationContext(LIMIT_MS))
    if (statusCode >= 500) throw new Error(`the demo’s ${method} ${path} was answered ${statusCode}`)
    if (statusCode >= 300) refused(`${method} ${path}`, statusCode)
    return statusCode < 300 ? (JSON.parse(answer || 'null') as T) : undefined
  }
  return { ask, leave: () => sessions.closeSession(holder, hashOf(secret), Date.now() as Instant) }
}
