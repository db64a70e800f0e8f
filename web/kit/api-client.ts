import type { NewBooking } from '../../shared/contracts/booking-views.ts'
import type { Alternative, RefusalKind } from '../../shared/contracts/problem.ts'
import type { Ids, Received, RequestLine, Sent } from '../../shared/contracts/request-line.ts'

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

export type Fetch = (path: string, init: RequestInit) => Promise<Response>

type Parts = { readonly body?: unknown; readonly query?: object; readonly key?: string }

const TIMEOUT_MS = 15_000

const refused = (problem: WebProblem): Answer<never> => ({ ok: false, problem })

const problemOf = async (response: Response): Promise<WebProblem> => {
  const body: Partial<WebProblem> | undefined = await response.json().catch(() => undefined)
  return body?.code ? { ...body, code: body.code } : { code: response.status === 503 ? 'busy' : 'fault' }
}

const initOf = (method: string, { body, key }: Parts): RequestInit => ({
  method,
  credentials: 'same-origin',
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
  return `/api${filled}${query ? `?${new URLSearchParams(Object.entries(query))}` : ''}`
}

const askOnce = async (fetch: Fetch, address: string, init: RequestInit) => {
  try {
    const response = await fetch(address, init)
    if (!response.ok) return refused(await problemOf(response))
    return { ok: true as const, value: response.status === 204 ? undefined : await response.json() }
  } catch {
    return refused({ code: 'unreachable' })
  }
}

type Rest<Line extends RequestLine> =
  Record<never, never> extends Sent<Line> ? [sent?: Sent<Line>] : [sent: Sent<Line>]

/**
 * Asks for a line of the API with what its route takes, and answers what its route gives. Reads are asked a second time
 * when no answer came; writes are repeated only by the person.
 */
export const asker =
  (fetch: Fetch) =>
  async <Line extends RequestLine>(
    line: Line,
    ids: Ids<Line>,
    ...[sent]: Rest<Line>
  ): Promise<Answer<Received<Line>>> => {
    const [method = '', path = ''] = line.split(' ')
    const parts: Parts = sent ?? {}
    const ask = () => askOnce(fetch, addressOf(path, ids, parts.query), initOf(method, parts))
    const answer = await ask()
    return method === 'GET' && !answer.ok && answer.problem.code === 'unreachable' ? ask() : answer
  }

export type SiteQuery = NonNullable<Sent<'GET /sites'>['query']>

export const createApiClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    searchSites: (query: SiteQuery) => ask('GET /sites', [], { query }),
    readSite: (site: string) => ask('GET /sites/:site', [site]),
    readAvailability: (site: string, asked: { from?: string; moving?: string; public?: 'everyone' } = {}) =>
      ask('GET /sites/:site/availability', [site], { query: { ...asked, days: '7' } }),
    sendCode: (email: string) => ask('POST /auth/codes', [], { body: { email } }),
    openSession: (session: { code: string; name?: string }) =>
      ask('POST /auth/sessions', [], { body: session }),
    closeSession: () => ask('DELETE /auth/sessions', []),
    readMe: () => ask('GET /me', []),
    changeMe: (name: string) => ask('PATCH /me', [], { body: { name } }),
    book: (body: NewBooking, key: string) => ask('POST /bookings', [], { body, key }),
    readBooking: (id: string) => ask('GET /bookings/:id', [id]),
    moveBooking: (
      id: string,
      body: Pick<NewBooking, 'space' | 'date' | 'start' | 'end'> & { reason?: string },
    ) => ask('PATCH /bookings/:id', [id], { body }),
    cancelBooking: (id: string) => ask('DELETE /bookings/:id', [id]),
    answerOffer: (id: string, accepted: boolean) =>
      ask('PUT /bookings/:id/acceptance', [id], { body: { accepted } }),
    checkIn: (id: string) => ask('POST /bookings/:id/check-in', [id]),
    listMyBookings: () => ask('GET /me/bookings', []),
  }
}

export type ApiClient = ReturnType<typeof createApiClient>

export const api = createApiClient((path, init) => fetch(path, init))

export const calendarAddress = (id: string): string => `/api/bookings/${encodeURIComponent(id)}/calendar.ics`
