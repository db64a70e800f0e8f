import { describe, expect, test, vi } from 'vitest'
import { bookingApi } from '../../web/booking/booking-client.ts'
import { api, ask } from '../../web/kit/api-client.ts'
import { answerFetch } from './answer-fetch.ts'

type Asked = { path: string; init: RequestInit }

const BOOKING = {
  site: '09410A',
  space: 'bureau',
  date: '2026-11-24',
  start: '08:00',
  end: '12:00',
  use: 'desk',
} as const

const answering = (...answers: (() => Response)[]) => {
  const asked: Asked[] = []
  answerFetch(async (path, init) => {
    asked.push({ path, init })
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
  return asked
}

const json = (status: number, body: unknown) => () => Response.json(body, { status })

describe('a client that reads', () => {
  test('asks our own origin, with its cookie', async () => {
    const asked = answering(json(200, { total: 0, sites: [] }))
    expect(await api.searchSites({ q: 'Noyant-d’Allier' })).toEqual({
      ok: true,
      value: { total: 0, sites: [] },
    })
    expect(asked[0]?.path).toBe('/api/sites?q=Noyant-d%E2%80%99Allier')
    expect(asked[0]?.init.method).toBe('GET')
    // What browsers do by default: https://fetch.spec.whatwg.org/#request-class
    expect(asked[0]?.init.credentials ?? 'same-origin').toBe('same-origin')
  })

  test('asks once more when no answer came', async () => {
    const down = () => {
      throw new TypeError('Failed to fetch')
    }
    const asked = answering(down, json(200, { email: 'camille@exemple.fr' }))
    expect((await api.readMe()).ok).toBe(true)
    expect(asked).toHaveLength(2)
  })

  test('says that nobody answered, after two tries', async () => {
    const asked = answering()
    expect(await api.readMe()).toEqual({ ok: false, problem: { code: 'unreachable' } })
    expect(asked).toHaveLength(2)
  })

  test.each([
    [429, 'too-many-requests'],
    [503, 'busy'],
  ])('waits as long as a %i tells, and up to twice as long, before it asks again', async (status, code) => {
    vi.useFakeTimers()
    const crowd = () => Response.json({ code }, { status, headers: { 'retry-after': '3' } })
    const asked = answering(crowd, crowd, json(200, { email: 'camille@exemple.fr' }))
    const answer = api.readMe()
    await vi.advanceTimersByTimeAsync(2_999)
    expect(asked).toHaveLength(1)
    await vi.advanceTimersByTimeAsync(3_001)
    expect(asked).toHaveLength(2)
    await vi.advanceTimersByTimeAsync(6_000)
    expect([(await answer).ok, asked.length]).toEqual([true, 3])
    vi.useRealTimers()
  })

  test('spreads a crowd over the time that it was told', async () => {
    vi.useFakeTimers()
    const moments: number[] = []
    answerFetch(async () => {
      moments.push(Date.now())
      return new Response('{"message":"Too Many Requests"}', { status: 429 })
    })
    const begun = Date.now()
    const crowd = Promise.all(Array.from({ length: 200 }, () => api.searchSites({ q: 'Sézanne' })))
    await vi.advanceTimersByTimeAsync(5_000)
    expect(await crowd).toEqual(Array(200).fill({ ok: false, problem: { code: 'too-many-requests' } }))
    expect(moments).toHaveLength(600)
    const byTenth = Map.groupBy(moments.slice(200, 400), (at) => Math.floor((at - begun) / 100))
    expect(Math.max(...[...byTenth.values()].map(({ length }) => length))).toBeLessThan(60)
    vi.useRealTimers()
  })

  test('takes a wait of more than ten seconds for an answer', async () => {
    const asked = answering(() =>
      Response.json({ code: 'too-many-requests' }, { status: 429, headers: { 'retry-after': '600' } }),
    )
    expect(await api.readMe()).toEqual({ ok: false, problem: { code: 'too-many-requests' } })
    expect(asked).toHaveLength(1)
  })

  test('tells the language of the page, and does not wait until that is kept', async () => {
    vi.stubEnv('RESTANTE_LANGUAGE', 'en')
    vi.stubGlobal('document', { querySelector: () => ({}) })
    const told: unknown[] = []
    answerFetch(async (_, { method, body }) => {
      if (method === 'GET') return Response.json({ language: 'fr' })
      told.push(body)
      return new Promise<Response>(() => {})
    })
    expect((await api.readMe()).ok).toBe(true)
    expect(told).toEqual(['{"language":"en"}'])
    vi.unstubAllEnvs()
    vi.unstubAllGlobals()
  })

  test('keeps an identifier in its place in the address', async () => {
    const asked = answering(json(404, { code: 'not-found' }))
    await bookingApi.read('../me?x=')
    expect(asked[0]?.path).toBe('/api/bookings/..%2Fme%3Fx%3D')
  })
})

describe('a client that books', () => {
  test('sends the key it is given, and never repeats by itself', async () => {
    const asked = answering()
    const answer = await bookingApi.book(BOOKING, 'a'.repeat(32))
    expect(answer).toEqual({ ok: false, problem: { code: 'unreachable' } })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.init.headers).toMatchObject({ 'idempotency-key': 'a'.repeat(32) })
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual(BOOKING)
  })

  test('returns a refusal with its facts', async () => {
    const alternatives = [{ space: 'bureau', date: '2026-11-25', start: '08:00', end: '12:00', places: 4 }]
    answering(json(409, { code: 'taken', status: 409, alternatives }))
    expect(await bookingApi.book(BOOKING, 'k')).toMatchObject({
      ok: false,
      problem: { code: 'taken', alternatives },
    })
  })

  test.each([
    [503, 'busy'],
    [502, 'fault'],
    [200, 'unreachable'],
  ])('takes an answer %i that is not ours for %s', async (status, code) => {
    answering(() => new Response('<h1>Proxy</h1>', { status }))
    expect(await bookingApi.book(BOOKING, 'k')).toEqual({ ok: false, problem: { code } })
  })
})

test('an answer without a body is an answer', async () => {
  answering(() => new Response(null, { status: 204 }))
  expect(await ask('DELETE /auth/sessions', [])).toEqual({ ok: true, value: undefined })
})
