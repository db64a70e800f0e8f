import { describe, expect, test } from 'vitest'
import { createApiClient } from '../../web/kit/api-client.ts'

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
  const client = createApiClient(async (path, init) => {
    asked.push({ path, init })
    const answer = answers.shift()
    if (!answer) throw new TypeError('Failed to fetch')
    return answer()
  })
  return { asked, client }
}

const json = (status: number, body: unknown) => () => Response.json(body, { status })

describe('a client that reads', () => {
  test('asks our own origin, with its cookie', async () => {
    const { asked, client } = answering(json(200, { total: 0, sites: [] }))
    expect(await client.searchSites({ q: 'Noyant-d’Allier' })).toEqual({
      ok: true,
      value: { total: 0, sites: [] },
    })
    expect(asked[0]?.path).toBe('/api/sites?q=Noyant-d%E2%80%99Allier')
    expect(asked[0]?.init).toMatchObject({ method: 'GET', credentials: 'same-origin' })
  })

  test('asks once more when no answer came', async () => {
    const down = () => {
      throw new TypeError('Failed to fetch')
    }
    const { asked, client } = answering(down, json(200, { email: 'camille@exemple.fr' }))
    expect((await client.readMe()).ok).toBe(true)
    expect(asked).toHaveLength(2)
  })

  test('says that nobody answered, after two tries', async () => {
    const { asked, client } = answering()
    expect(await client.readMe()).toEqual({ ok: false, problem: { code: 'unreachable' } })
    expect(asked).toHaveLength(2)
  })

  test('keeps an identifier in its place in the address', async () => {
    const { asked, client } = answering(json(404, { code: 'not-found' }))
    await client.readBooking('../me?x=')
    expect(asked[0]?.path).toBe('/api/bookings/..%2Fme%3Fx%3D')
  })
})

describe('a client that books', () => {
  test('sends the key it is given, and never repeats by itself', async () => {
    const { asked, client } = answering()
    const answer = await client.book(BOOKING, 'a'.repeat(32))
    expect(answer).toEqual({ ok: false, problem: { code: 'unreachable' } })
    expect(asked).toHaveLength(1)
    expect(asked[0]?.init.headers).toMatchObject({ 'idempotency-key': 'a'.repeat(32) })
    expect(JSON.parse(String(asked[0]?.init.body))).toEqual(BOOKING)
  })

  test('returns a refusal with its facts', async () => {
    const alternatives = [{ space: 'bureau', date: '2026-11-25', start: '08:00', end: '12:00', places: 4 }]
    const { client } = answering(json(409, { code: 'taken', status: 409, alternatives }))
    expect(await client.book(BOOKING, 'k')).toMatchObject({
      ok: false,
      problem: { code: 'taken', alternatives },
    })
  })

  test.each([
    [503, 'busy'],
    [502, 'fault'],
    [200, 'unreachable'],
  ])('takes an answer %i that is not ours for %s', async (status, code) => {
    const { client } = answering(() => new Response('<h1>Proxy</h1>', { status }))
    expect(await client.book(BOOKING, 'k')).toEqual({ ok: false, problem: { code } })
  })
})

test('an answer without a body is an answer', async () => {
  const { client } = answering(() => new Response(null, { status: 204 }))
  expect(await client.closeSession()).toEqual({ ok: true, value: undefined })
})
