import { beforeAll, describe, expect, it } from 'vitest'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import type { Table } from '../../shared/store/client.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite, aSpace } from '../support/builders.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const CHANGING = Object.values<Route>(routes).filter(({ method }) => method !== 'get')

const FOREIGN: readonly Record<string, string>[] = [
  { origin: 'https://evil.example' },
  { origin: 'https://restante.example.evil.example' },
  { origin: 'https://restante.example:8443' },
  { origin: 'http://restante.example:8080' },
  { origin: 'http://restante.example' },
  { origin: 'https://restante.example', 'x-forwarded-proto': 'http' },
  { origin: 'blob:https://restante.example/a' },
  { origin: 'null' },
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site' },
]

/** What a form of another site can send, and what only begins like JSON. */
const FORMS = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/jsonp',
  '',
]

describe.each(engines.slice(0, 1))('a page of another site, in a browser that is signed in,', (engine) => {
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

  const send = ({ method, path, body }: Route, headers: Record<string, string>) =>
    api.call(method.toUpperCase(), path.replace(/:\w+/g, '0'.repeat(20)), {
      cookie,
      headers: { ...aKey(), ...headers },
      ...(body && { rawBody: '{}' }),
    })

  it.each(CHANGING)('changes nothing by $method $path (48)', async (route) => {
    for (const headers of FOREIGN) {
      const { status, body } = await send(route, headers)
      expect([status, body.code]).toEqual([403, 'foreign-origin'])
    }
    for (const type of route.body ? FORMS : []) {
      const { status, body } = await send(route, { 'content-type': type })
      expect([status, body.code]).toEqual([415, 'unsupported-media-type'])
    }
    expect(await scanAll(table)).toBe(before)
  })

  it('may act like our own pages when it is on our own origin', async () => {
    const own = { origin: 'https://restante.example', 'sec-fetch-site': 'same-origin' }
    expect((await send(routes.closeMySessions, own)).status).toBe(204)
    const edge = {
      'x-forwarded-host': 'restante.example:443',
      'x-forwarded-proto': 'https',
      host: 'api.example',
    }
    const local = {
      origin: 'http://localhost:3000',
      'x-forwarded-host': 'localhost:3000',
      'x-forwarded-proto': 'http',
    }
    for (const headers of [{ ...own, ...edge }, local])
      expect((await send(routes.closeSession, headers)).status).toBe(204)
  })
})
