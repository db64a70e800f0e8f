import { beforeAll, describe, expect, it } from 'vitest'
import { ProblemView, problemFor } from '../../shared/contracts/problem.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const key = aKey()

const BOOKINGS: readonly [what: string, changes: Record<string, unknown>, status: number, code: string][] = [
  ['an unknown site', { site: '99999Z' }, 404, 'not-found'],
  ['an unknown space', { space: 'cave' }, 404, 'not-found'],
  ['a malformed date', { date: '24/11/2026' }, 422, 'invalid'],
  ['a date that no calendar has', { date: '2026-02-30' }, 422, 'invalid'],
  ['a date in the past', { date: '2026-11-20' }, 422, 'past'],
  ['a date beyond the horizon', { date: '2027-06-01' }, 422, 'beyond-horizon'],
  ['a time off the quarter', { start: '08:07' }, 422, 'invalid'],
  ['an end before the start', { start: '12:00', end: '08:00' }, 422, 'invalid'],
  ['an end equal to the start', { start: '12:00', end: '12:00' }, 422, 'invalid'],
  ['no time at all', { start: undefined }, 422, 'invalid'],
  ['zero places', { places: 0 }, 422, 'invalid'],
  ['negative places', { places: -1 }, 422, 'invalid'],
  ['half a place', { places: 1.5 }, 422, 'invalid'],
  ['more places than the space has', { places: 6 }, 422, 'too-many-places'],
  ['a number of places as text', { places: '1' }, 422, 'invalid'],
  ['an unknown use', { use: 'party' }, 422, 'invalid'],
  ['an unknown field', { colour: 'red' }, 422, 'invalid'],
  ['a status', { status: 'confirmed' }, 422, 'invalid'],
  ['a channel', { channel: 'counter' }, 422, 'invalid'],
  ['a price', { price: 0 }, 422, 'invalid'],
  ['a holder', { holder: 'somebody' }, 422, 'invalid'],
  ['a prototype', { constructor: {} }, 422, 'invalid'],
  ['a time when the counter is open', { start: '14:00', end: '16:00' }, 422, 'outside-opening'],
  ['fifteen minutes', { end: '08:15' }, 422, 'too-short'],
]

describe.each(engines.slice(0, 1))('the API', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let cookie: string
  let before: string

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    api = anApi(table)
    cookie = await api.signIn('camille@example.org')
    before = await scanAll(table)
  })

  const expectProblem = async (
    answer: Awaited<ReturnType<typeof api.call>>,
    status: number,
    code: string,
  ) => {
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.headers.get('content-type')).toBe('application/problem+json')
    expect(ProblemView.parse(answer.body).detail).not.toBe('')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    expect(await scanAll(table)).toBe(before)
  }

  it.each(BOOKINGS)('refuses a booking with %s and changes nothing', async (_, changes, status, code) => {
    await expectProblem(
      await api.call('POST', '/bookings', { body: aBookingBody(changes), headers: key, cookie }),
      status,
      code,
    )
  })

  it.each([
    ['{', 400, 'malformed'],
    ['', 400, 'malformed'],
    ['null', 422, 'invalid'],
    ['[]', 422, 'invalid'],
    ['"text"', 422, 'invalid'],
    [`{"site":"${'x'.repeat(65 * 1024)}"}`, 413, 'too-large'],
  ])('refuses a body of %.10s', async (rawBody, status, code) => {
    await expectProblem(await api.call('POST', '/bookings', { rawBody, headers: key, cookie }), status, code)
  })

  it.each([undefined, '', 'short', 'with space in the middle of it', 'x'.repeat(65), 'accentué-accentué-é'])(
    'refuses an Idempotency-Key of %o',
    async (value) => {
      const headers: Record<string, string> =
        value === undefined ? {} : { 'idempotency-key': encodeURI(value) }
      await expectProblem(
        await api.call('POST', '/bookings', { body: aBookingBody(), headers, cookie }),
        400,
        'key-missing',
      )
    },
  )

  it.each([
    ['GET', '/', 404, 'not-found'],
    ['GET', '/nothing', 404, 'not-found'],
    ['GET', '/sites/99999Z', 404, 'not-found'],
    ['GET', '/sites/..%2F..', 404, 'not-found'],
    ['GET', '/sites/99999Z/availability', 404, 'not-found'],
    ['GET', '/sites', 422, 'invalid'],
    ['GET', '/sites?q=%20', 422, 'invalid'],
    ['GET', '/sites?locality=99999', 422, 'invalid'],
    ['GET', '/localities', 422, 'invalid'],
    ['GET', '/sites?near=here', 422, 'invalid'],
    ['GET', '/sites?near=999,999', 422, 'invalid'],
    ['GET', '/sites?q=montmirail&limit=1000', 422, 'invalid'],
    ['GET', '/sites?q=montmirail&colour=red', 422, 'invalid'],
    ['GET', '/sites/09410A/availability?days=15', 422, 'invalid'],
    ['GET', '/sites/09410A/availability?from=tomorrow', 422, 'invalid'],
    ['GET', '/bookings/1', 404, 'not-found'],
    ['PUT', '/bookings', 405, 'method-not-allowed'],
    ['GET', '/sites/', 422, 'invalid'],
    ['DELETE', '/sites/09410A', 405, 'method-not-allowed'],
    ['POST', '/openapi.json', 405, 'method-not-allowed'],
  ])('refuses %s %s', async (method, path, status, code) => {
    await expectProblem(await api.call(method, path, { cookie }), status, code)
  })

  it('names the methods of an address when another one is used', async () => {
    const answer = await api.call('PUT', '/bookings/00000000000000000000', { cookie })
    expect(answer.headers.get('allow')).toBe('GET, HEAD, PATCH, DELETE')
  })

  it('says which values are invalid', async () => {
    const { body } = await api.call('POST', '/bookings', {
      body: aBookingBody({ start: '8h' }),
      headers: key,
      cookie,
    })
    expect(body.errors).toEqual([
      { pointer: '/start', detail: 'expected a time on the quarter of an hour as HH:MM' },
    ])
  })

  it('refuses to book, read and list without a session', async () => {
    for (const [method, path] of [
      ['POST', '/bookings'],
      ['GET', '/bookings/00000000000000000000'],
      ['GET', '/me'],
      ['GET', '/me/bookings'],
      ['PATCH', '/me'],
    ] as const) {
      const body = method === 'GET' ? {} : { body: aBookingBody(), headers: key }
      await expectProblem(await api.call(method, path, body), 401, 'signed-out')
      await expectProblem(
        await api.call(method, path, { ...body, cookie: `${cookie.slice(0, -1)}x` }),
        401,
        'signed-out',
      )
    }
  })

  it('answers a fault without details, and logs it once without personal data', async () => {
    const broken = anApi(table, {
      directory: () => Promise.reject(new Error('the password is swordfish')),
    })
    const lines: string[] = []
    const { error } = console
    console.error = (line: string) => lines.push(line)
    const answer = await broken.call('GET', '/sites?q=montmirail')
    console.error = error
    expect([answer.status, answer.body.code]).toEqual([500, 'fault'])
    expect(JSON.stringify(answer.body)).not.toContain('swordfish')
    expect(lines).toHaveLength(1)
    expect(lines[0]).not.toContain('montmirail')
  })
})

it('gives every problem a stable code and says what to do', () => {
  for (const { status, title, detail } of Object.values(problemFor)) {
    expect(status).toBeGreaterThanOrEqual(400)
    expect(title && detail).toMatch(/\.$/)
  }
})
