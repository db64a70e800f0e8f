import type { Alternative, RefusalKind } from '../../shared/contracts/problem.ts'
import type { Ids, Received, RequestLine, Sent } from '../../shared/contracts/request-line.ts'
import type { Language } from '../../shared/domain/language.ts'
import { addressFor } from './for-anybody.ts'
import { languageHere } from './language-here.ts'

/** `unreachable`: no answer came, so nobody knows whether the request was carried out. */
export type WebRefusalKind = RefusalKind | 'unreachable'

export type WebProblem = {
  readonly code: WebRefusalKind
  readonly alternatives?: readonly Alternative[]
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
  readonly [fact: string]: unknown
}

export type Answer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: WebProblem }

type Parts = { readonly body?: unknown; readonly query?: object; readonly key?: string }

const TIMEOUT_MS = 15_000

const refused = (problem: WebProblem): Answer<never> => ({ ok: false, problem })

/** What stands before the API answers without a code. */
const BY_STATUS: Readonly<Record<number, RefusalKind>> = { 429: 'too-many-requests', 503: 'busy' }

const problemOf = async (response: Response): Promise<WebProblem> => {
  const body: Partial<WebProblem> | undefined = await response.json().catch(() => undefined)
  return body?.code ? { ...body, code: body.code } : { code: BY_STATUS[response.status] ?? 'fault' }
}

const initOf = (method: string, { body, key }: Parts): RequestInit => ({
  method,
  headers: {
    accept: 'application/json',
    ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(key ? { 'idempotency-key': key } : {}),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  signal: AbortSignal.timeout(TIMEOUT_MS),
})

const addressOf = (path: string, ids: readonly string[], query: object | undefined): string => {
  const left = ids.values()
  const filled = path.replace(/:\w+/g, () => encodeURIComponent(left.next().value ?? ''))
  return `${filled}${query ? `?${new URLSearchParams(Object.entries(query))}` : ''}`
}

const MOST_REPEATS = 2
const LONGEST_WAIT_SECONDS = 10

/** Repeats a read once when no answer came, and twice when too many ask, at random within what it was told. */
const send = async (address: string, init: () => RequestInit, left: number): Promise<Answer<unknown>> => {
  let seconds = 0
  try {
    const response = await fetch(address, init())
    if (response.ok) {
      globalThis.early?.showKept(response)
      return { ok: true, value: response.status === 204 ? undefined : await response.json() }
    }
    seconds = Number(response.headers.get('retry-after') ?? 1)
    if (left === 0 || !BY_STATUS[response.status] || seconds > LONGEST_WAIT_SECONDS)
      return refused(await problemOf(response))
  } catch {
    if (left < MOST_REPEATS) return refused({ code: 'unreachable' })
  }
  await new Promise((over) => setTimeout(over, 1000 * seconds * (1 + Math.random())))
  return send(address, init, left - 1)
}

type Rest<Line extends RequestLine> =
  Record<never, never> extends Sent<Line> ? [sent?: Sent<Line>] : [sent: Sent<Line>]

/** Sends a line of the API; only reads are repeated, when no answer came or too many ask. */
export const ask = async <Line extends RequestLine>(
  line: Line,
  ids: Ids<Line>,
  ...[sent]: Rest<Line>
): Promise<Answer<Received<Line>>> => {
  const [method = '', path = ''] = line.split(' ')
  const parts: Parts | undefined = sent
  const wanted = addressOf(path, ids, parts?.query)
  const init = () => initOf(method, parts ?? {})
  const isRead = method === 'GET'
  const answer = await send(isRead ? addressFor(wanted) : `/api${wanted}`, init, isRead ? MOST_REPEATS : 0)
  await globalThis.early?.learn(line, ids, answer)
  return answer as Answer<Received<Line>>
}

export type SiteQuery = NonNullable<Sent<'GET /sites'>['query']>

/** Pages in one language only say nothing about the language that somebody reads. */
const readsAnother = (told: Language = 'fr'): boolean =>
  told !== languageHere() && Boolean(globalThis.document?.querySelector('.other-language'))

/** The calls of most rooms; each room has its other ones, so that no page loads them all. */
export const api = {
  searchSites: (query: SiteQuery) => ask('GET /sites', [], { query }),
  readSite: (site: string) => ask('GET /sites/:site', [site]),
  readAvailability: (site: string, asked: { from?: string; moving?: string; public?: 'everyone' } = {}) =>
    ask('GET /sites/:site/availability', [site], { query: { ...asked, days: '7' } }),
  /** Messages follow the language of the pages; nobody waits for that, least of all without a network. */
  readMe: async () => {
    const answer = await ask('GET /me', [])
    const told = answer.ok ? answer.value.language : undefined
    if (answer.ok && readsAnother(told)) void ask('PATCH /me', [], { body: { language: languageHere() } })
    return answer
  },
}
