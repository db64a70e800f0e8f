import { setTimeout as sleep } from 'node:timers/promises'
import { createApp } from '../../functions/api/app.ts'
import { type Dependencies, dependenciesOn } from '../../functions/dependencies.ts'
import { formatToken } from '../../functions/http/caller.ts'
import { hashOf, idOf } from '../../functions/use-cases/hash.ts'
import type { HolderId } from '../../shared/domain/ids.ts'
import { endOf } from '../../shared/domain/session.ts'
import type { Table } from '../../shared/store/client.ts'
import { NOW } from './builders.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  // biome-ignore lint/suspicious/noExplicitAny: a test looks at any member of any answer.
  readonly body: any
}

export type Call = {
  readonly body?: unknown
  readonly rawBody?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly cookie?: string | undefined
}

/** The app on a table, with a clock that the test sets. */
export const anApi = (table: Table, changes: Partial<Dependencies> = {}) => {
  const clock = { now: NOW }
  const deps: Dependencies = { ...dependenciesOn(table, () => clock.now), ...changes }
  const app = createApp(deps)

  const call = async (
    method: string,
    path: string,
    { body, rawBody, headers, cookie }: Call = {},
  ): Promise<Answer> => {
    const content = rawBody ?? (body === undefined ? undefined : JSON.stringify(body))
    const response = await app.request(`https://restante.example/api${path}`, {
      method,
      headers: {
        host: 'restante.example',
        ...(content !== undefined && { 'content-type': 'application/json' }),
        ...(cookie && { cookie }),
        ...headers,
      },
      ...(content !== undefined && { body: content }),
    })
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return {
      status: response.status,
      headers: response.headers,
      body: isJson && text ? JSON.parse(text) : text,
    }
  }

  /**
   * A session cookie without the way through a message; it stays in use whenever the clock moves.
   * The second factor grants nothing by itself.
   */
  const signIn = async (
    email: string,
    name: string | undefined = 'Camille',
    secondFactor = true,
  ): Promise<string> => {
    const id = await deps.identities.findOrAddHolder(
      hashOf('email', email),
      email,
      idOf('holder', email) as HolderId,
    )
    if (name) await deps.identities.changeHolder(id, { name })
    const secret = deps.secret()
    const at = clock.now
    const opened = { method: 'code', openedAt: at } as const
    const session = { ...opened, secondFactor, device: 'phone', seenAt: endOf(opened) } as const
    await deps.sessions.addSession(id, hashOf(secret), session)
    return `__Host-restante-session=${formatToken({ holder: id, secret })}`
  }

  /** The code sent for a challenge cookie. */
  const codeFor = (cookie: string): string =>
    deps.code(hashOf('challenge', /restante-challenge=([0-9a-f]+)/.exec(cookie)?.[1] ?? ''))

  return { call, clock, deps, signIn, codeFor }
}

const MOST_TIMES = 20

/** Tries again after Retry-After, as the pages do, since the speed of answers depends on the machine. */
export const untilDecided = async (ask: () => Promise<Answer>): Promise<Answer> => {
  let answer = await ask()
  for (let times = 1; answer.status === 503 && times < MOST_TIMES; times++) {
    await sleep(Number(answer.headers.get('retry-after')) * 1000)
    answer = await ask()
  }
  return answer
}

/** The same API for people who try again after a 503. */
export const patient = <T extends Pick<ReturnType<typeof anApi>, 'call'>>(api: T): T => ({
  ...api,
  call: (...request: Parameters<typeof api.call>) => untilDecided(() => api.call(...request)),
})

let keys = 0
export const aKey = () => ({ 'idempotency-key': `key-of-a-test-${String(keys++).padStart(8, '0')}` })

export const aBookingBody = (changes: Record<string, unknown> = {}) => ({
  site: '09410A',
  space: 'bureau',
  date: '2026-11-24',
  start: '08:00',
  end: '12:00',
  use: 'desk',
  ...changes,
})
