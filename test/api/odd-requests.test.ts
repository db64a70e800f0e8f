import fc from 'fast-check'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createApp } from '../../functions/api/app.ts'
import { answering } from '../../functions/http/lambda-adapter.ts'
import { type ApiHandler, apiEvent, invocationContext } from '../../infra/local/lambda-invocation.ts'
import { anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'

const METHODS = [
  'GET',
  'HEAD',
  'POST',
  'PUT',
  'PATCH',
  'DELETE',
  'OPTIONS',
  'TRACE',
  'CONNECT',
  'TRACK',
  'BREW',
  'a b',
  '',
]
const PATHS = [
  '/api%2f',
  '/api/%2f',
  '/api',
  '/api/',
  '/api//',
  '//api//sites',
  '/api/%',
  '/api/%zz',
  '/api/%00',
  '/api/%ff',
  '/api/../x',
  '/api/%2e%2e/x',
  '/api/sites/%ED%A0%80',
  '/api/sites/\ud800',
  '/api/sites/09410A;a=b',
  '/api/sites/09410A/',
  '/api/\\..\\x',
  '/api/[::]',
  'http://elsewhere.example/api/sites/09410A',
  '*',
  '',
  `/api/sites/${'a'.repeat(20_000)}`,
]
const HEADERS: readonly Record<string, string>[] = [
  { 'x-odd': 'a'.repeat(100_000) },
  { cookie: '\u20ac=\u00ff; a' },
  { 'content-type': '\u00ff' },
  { 'idempotency-key': 'a\nb' },
  { origin: '\ud800' },
  { 'a b': 'no name of a header' },
  { 'content-length': 'abc' },
  { 'accept-encoding': '*;q=\u00ff' },
  { 'x-forwarded-host': 'a b' },
  { 'x-forwarded-proto': 'ftp' },
  { host: '[::' },
  { 'transfer-encoding': 'chunked' },
  { '': '' },
]

describe.each(engines.slice(0, 1))('an odd request from the HTTP API', (engine) => {
  let answer: ApiHandler
  const faults = vi.spyOn(console, 'error').mockImplementation(() => {})
  afterEach(() => faults.mockClear())
  beforeAll(async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    answer = answering(createApp(anApi(table).deps))
  })

  const event = (
    changes: { method?: string; path?: string; query?: string; headers?: object; body?: string } = {},
  ) => {
    const { method = 'GET', path = '/api/sites/09410A', query = '', headers = {}, body } = changes
    const plain = apiEvent({ method, url: new URL('https://restante.example/'), headers: {}, body })
    return { ...plain, rawPath: path, rawQueryString: query, headers: { ...plain.headers, ...headers } }
  }
  const isClear = async (changes: Parameters<typeof event>[0]) => {
    const {
      statusCode = 0,
      headers = {},
      body = '',
    } = await answer(event(changes), invocationContext(10_000))
    const told = JSON.stringify(changes)?.slice(0, 200)
    expect([statusCode < 500, faults.mock.calls], told).toEqual([true, []])
    if (statusCode < 400) return
    expect([headers['content-type'], headers['cache-control']], told).toEqual([
      'application/problem+json',
      'no-store',
    ])
    if (changes?.method !== 'HEAD' && !headers['content-encoding'])
      expect(JSON.parse(body), told).toMatchObject({ status: statusCode })
  }

  it.each(METHODS)(
    'with the method “%s” is refused with a problem at any path, and is no fault',
    async (method) => {
      for (const path of PATHS) await isClear({ method, path })
      for (const headers of HEADERS) await isClear({ method, headers })
      for (const query of ['%', '%ff', 'q=%00', '&&=', 'q=\ud800', `q=${'a'.repeat(9000)}`])
        await isClear({ method, query })
      await isClear({ method, body: '\u0000{' })
    },
  )

  it('with an unknown method is told the methods of the address', async () => {
    const { statusCode, headers } = await answer(event({ method: 'TRACE' }), invocationContext(10_000))
    expect([statusCode, headers?.allow]).toEqual([405, 'GET, HEAD, POST, PUT, PATCH, DELETE'])
  })

  it('still reads a page with a body on GET, and with another odd cookie', async () => {
    expect((await answer(event({ body: 'odd' }), invocationContext(10_000))).statusCode).toBe(200)
    const odd = { ...event(), cookies: ['\u20ac=\u00ff', 'a=b'] }
    expect((await answer(odd, invocationContext(10_000))).statusCode).toBe(200)
  })

  it('of any kind is no fault', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 40 })
    const anyRequest = fc.record({
      method: fc.oneof(fc.constantFrom(...METHODS), text),
      path: fc.oneof(
        fc.constantFrom(...PATHS),
        text,
        text.map((odd) => `/api/${odd}`),
      ),
      query: text,
      headers: fc.dictionary(text, text, { maxKeys: 3 }),
      body: text,
    })
    await fc.assert(fc.asyncProperty(anyRequest, isClear), { numRuns: 500 })
  })
})
