import type { CodeSent, MeView, SelfView } from '../shared/contracts/auth-views.ts'
import type { BookingView, MyBookings, NewBooking } from '../shared/contracts/booking-views.ts'
import type { Alternative, RefusalKind } from '../shared/contracts/problem.ts'
import type { AvailabilityView, SiteList, SiteView } from '../shared/contracts/site-views.ts'

/** `unreachable`: no answer came, so nobody knows whether the request was carried out. */
export type WebRefusalKind = RefusalKind | 'unreachable'

export type WebProblem = {
  readonly code: WebRefusalKind
  readonly alternatives?: readonly Alternative[]
  readonly errors?: readonly { readonly pointer: string; readonly detail: string }[]
  readonly [fact: string]: unknown
}

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: WebProblem }

type Call = { readonly method?: string; readonly path: string; readonly body?: unknown; readonly key?: string }
export type Fetch = (path: string, init: RequestInit) => Promise<Response>

const TIMEOUT_MS = 15_000

const refused = (problem: WebProblem): Answer<never> => ({ ok: false, problem })

const problemOf = async (response: Response): Promise<WebProblem> => {
  const body: Partial<WebProblem> | undefined = await response.json().catch(() => undefined)
  return body?.code ? { ...body, code: body.code } : { code: response.status === 503 ? 'busy' : 'fault' }
}

const initOf = ({ method = 'GET', body, key }: Call): RequestInit => ({
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

const askOnce = async <T>(fetch: Fetch, call: Call): Promise<Answer<T>> => {
  try {
    const response = await fetch(`/api${call.path}`, initOf(call))
    if (!response.ok) return refused(await problemOf(response))
    return { ok: true, value: response.status === 204 ? undefined : await response.json() }
  } catch {
    return refused({ code: 'unreachable' })
  }
}

/** Reads are asked a second time when no answer came; writes are repeated only by the person. */
export const asker =
  (fetch: Fetch) =>
  async <T>(call: Call): Promise<Answer<T>> => {
    const answer = await askOnce<T>(fetch, call)
    const mayRepeat = !call.method && !answer.ok && answer.problem.code === 'unreachable'
    return mayRepeat ? askOnce<T>(fetch, call) : answer
  }

export type SiteQuery = Partial<Record<'q' | 'departement' | 'near' | 'radius' | 'use' | 'limit', string>>

const segment = encodeURIComponent

export const createApiClient = (fetch: Fetch) => {
  const ask = asker(fetch)
  return {
    searchSites: (query: SiteQuery) => ask<SiteList>({ path: `/sites?${new URLSearchParams(query)}` }),
    readSite: (site: string) => ask<SiteView>({ path: `/sites/${segment(site)}` }),
    readAvailability: (site: string, asked: { from?: string; moving?: string; public?: 'everyone' } = {}) =>
      ask<AvailabilityView>({
        path: `/sites/${segment(site)}/availability?${new URLSearchParams({ ...asked, days: '7' })}`,
      }),
    sendCode: (email: string) => ask<CodeSent>({ method: 'POST', path: '/auth/codes', body: { email } }),
    openSession: (session: { code: string; name?: string }) =>
      ask<MeView>({ method: 'POST', path: '/auth/sessions', body: session }),
    closeSession: () => ask<undefined>({ method: 'DELETE', path: '/auth/sessions' }),
    readMe: () => ask<SelfView>({ path: '/me' }),
    changeMe: (name: string) => ask<MeView>({ method: 'PATCH', path: '/me', body: { name } }),
    book: (body: NewBooking, key: string) => ask<BookingView>({ method: 'POST', path: '/bookings', body, key }),
    readBooking: (id: string) => ask<BookingView>({ path: `/bookings/${segment(id)}` }),
    moveBooking: (id: string, body: Pick<NewBooking, 'space' | 'date' | 'start' | 'end'> & { reason?: string }) =>
      ask<BookingView>({ method: 'PATCH', path: `/bookings/${segment(id)}`, body }),
    cancelBooking: (id: string) => ask<BookingView>({ method: 'DELETE', path: `/bookings/${segment(id)}` }),
    answerOffer: (id: string, accepted: boolean) =>
      ask<BookingView>({ method: 'PUT', path: `/bookings/${segment(id)}/acceptance`, body: { accepted } }),
    checkIn: (id: string) => ask<BookingView>({ method: 'POST', path: `/bookings/${segment(id)}/check-in` }),
    listMyBookings: () => ask<MyBookings>({ path: '/me/bookings' }),
  }
}

export type ApiClient = ReturnType<typeof createApiClient>

export const api = createApiClient((path, init) => fetch(path, init))

export const calendarAddress = (id: string): string => `/api/bookings/${segment(id)}/calendar.ics`
