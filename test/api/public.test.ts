import { beforeAll, describe, expect, it } from 'vitest'
import { type Route, routes } from '../../shared/contracts/routes.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { anEdge } from '../support/edge.ts'
import { engines, freshTable } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { holderOf } from '../support/waitlist-entry.ts'

const site = aSite().id
const fixed = (window: string, changes = {}) =>
  anOpening({ basis: 'fixed', window: range(window), onHolidays: true, ...changes })
const space = aSpace({
  openings: [fixed('09:00-12:00'), fixed('07:00-22:00', { publics: ['subscriber'] })],
})

const READS = Object.values<Route>(routes).filter(({ method }) => method === 'get')
const QUERIES: Record<string, string> = { '/sites': '?q=Montmirail', '/localities': '?q=Montmirail' }
const addressOf = ({ path }: Route) =>
  path.replace(':site', site).replace(/:\w+/g, '0'.repeat(20)) + (QUERIES[path] ?? '')
const PUBLIC = READS.filter(({ forAnybody }) => forAnybody).map(addressOf)

describe.each(engines)('the public part of the API on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let cookie: string
  const read = (path: string, headers = {}) => api.call('GET', path, { headers })

  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [space])
    api = anApi(table)
    cookie = await api.signIn('subscriber@example.org')
    const [manager, managing] = [await api.signIn('manager@example.org'), 'manager@example.org']
    await api.deps.grants.give(await holderOf(api, managing), {
      role: 'manager',
      scope: { kind: 'site', site },
    })
    const body = { holder: await holderOf(api, 'subscriber@example.org'), public: 'subscriber' }
    expect((await api.call('PUT', `/sites/${site}/members`, { body, cookie: manager })).status).toBe(200)
  })

  it.each(PUBLIC)('answers %s to who is signed in as to anybody', async (path) => {
    const [theirs, anybodys] = [await read(`/public${path}`, { cookie }), await read(`/public${path}`)]
    expect(theirs.status).toBe(200)
    expect(theirs.body).toEqual(anybodys.body)
    expect(theirs.body).toEqual((await read(path)).body)
    expect([...theirs.headers.keys()].sort()).toEqual([...anybodys.headers.keys()].sort())
    expect(theirs.headers.get('etag')).toBe(anybodys.headers.get('etag'))
    expect(theirs.headers.get('cache-control')).toBe('public, s-maxage=5, stale-while-revalidate=30')
    expect(theirs.headers.has('set-cookie')).toBe(false)
  })

  it('can be read by pages of any other site, without a cookie, and nothing else can', async () => {
    const origin = { origin: 'https://mairie.example' }
    const asking = { ...origin, 'access-control-request-method': 'GET' }
    const path = `/public/sites/${site}/week`
    const allowed = await api.call('OPTIONS', path, { headers: asking })
    expect([allowed.status, allowed.headers.get('access-control-allow-methods')]).toEqual([204, 'GET'])
    for (const { headers } of [
      allowed,
      await read(path, origin),
      await read('/public/sites/99999Z', origin),
    ]) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.has('access-control-allow-credentials')).toBe(false)
    }
    for (const method of ['OPTIONS', 'GET'])
      for (const closed of [`/sites/${site}/week`, '/bookings', '/me']) {
        const { headers } = await api.call(method, closed, { headers: asking })
        expect(headers.has('access-control-allow-origin'), `${method} ${closed}`).toBe(false)
      }
  })

  it('says to pages of other sites why they get nothing, and has them read open data', async () => {
    const busy = { origin: 'https://mairie.example', 'x-client-address': '192.0.2.60' }
    for (let at = 0; at < 150; at++) await read(`/public/sites/${site}`, busy)
    const broken = anApi(table, { directory: () => Promise.reject(new Error('broken')) })
    const answers = [
      await read(`/public/sites/${site}`, busy),
      await broken.call('GET', '/public/sites?q=Montmirail'),
      await api.call('POST', `/public/sites/${site}`, { body: {} }),
      await read('/public/me'),
      await read('/public/open-data/datapackage.json'),
      await read('/public/open-data/free-times/51.csv?q=1'),
    ]
    expect(answers.map(({ status }) => status)).toEqual([429, 500, 405, 404, 200, 422])
    for (const { headers } of answers) {
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-expose-headers')).toContain('Retry-After')
    }
  })

  it('has no other reads, and none that changes something', async () => {
    const others = READS.filter(({ forAnybody }) => !forAnybody)
    for (const route of others) {
      const { status, headers } = await read(`/public${addressOf(route)}`, { cookie })
      expect([route.path, status, headers.get('cache-control')]).toEqual([route.path, 404, 'no-store'])
    }
    expect((await api.call('POST', `/public/sites/${site}`, { body: {}, cookie })).status).toBe(405)
    expect((await api.call('POST', '/public/bookings', { body: {}, cookie })).status).toBe(404)
  })

  it('keeps apart what a member reads, whom no cache remembers', async () => {
    const week = async (path: string) => {
      const { body, headers } = await read(path, { cookie })
      return [
        body.week.days[3].spaces[0].open,
        body.site.spaces[0].longestMinutes,
        headers.get('cache-control'),
      ]
    }
    expect(await week(`/sites/${site}/week`)).toEqual([[['07:00', '22:00']], 720, 'no-store'])
    const [open, , kept] = await week(`/public/sites/${site}/week`)
    expect([open, kept]).toEqual([[['09:00', '12:00']], 'public, s-maxage=5, stale-while-revalidate=30'])
  })

  it('is not sent again while it is the same, and is another once something is booked', async () => {
    const path = `/public/sites/${site}/week`
    const tag = (await read(path)).headers.get('etag')
    const again = await read(path, { 'if-none-match': `"an older one", W/${tag}` })
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([304, '', tag])
    expect(again.headers.get('cache-control')).toBe('public, s-maxage=5, stale-while-revalidate=30')
    const head = await api.call('HEAD', path)
    expect([head.status, head.headers.get('etag'), head.body]).toEqual([200, tag, ''])
    const body = aBookingBody({ start: '09:00', end: '12:00' })
    expect((await api.call('POST', '/bookings', { body, headers: aKey(), cookie })).status).toBe(201)
    const other = await read(path, { 'if-none-match': tag })
    expect([other.status, other.body.week.days[3].spaces[0].free[0].places]).toEqual([200, 4])
  })

  it.each([
    [`/sites/${site}?utm_source=x`, 422, 'invalid'],
    [`/sites/${site}/week?_=1`, 422, 'invalid'],
    [`/sites/${site}/availability?session=x`, 422, 'invalid'],
    ['/sites?q=Montmirail&callback=x', 422, 'invalid'],
    [`/sites/${site}/availability?moving=${'0'.repeat(20)}`, 401, 'signed-out'],
    ['/sites/99999Z/week', 404, 'not-found'],
    ['/sites/..%2Fme', 404, 'not-found'],
  ])('refuses %s, and lets no cache keep that', async (path, status, code) => {
    const answer = await read(`/public${path}`, { cookie })
    expect([answer.status, answer.body.code, answer.headers.get('cache-control')]).toEqual([
      status,
      code,
      'no-store',
    ])
  })

  it('reads neither session nor membership where a site lends to all on the same terms', async () => {
    const plain = await freshTable(engine)
    await seed(plain, aSite(), [aSpace()])
    const there = anApi(plain)
    const who = await there.signIn('camille@example.org')
    const read = async (path: string, changes: Partial<typeof there.deps>) =>
      (await anApi(plain, changes).call('GET', path, { cookie: who })).status
    const never = () => Promise.reject(new Error('a session was read'))
    const sessions = { ...there.deps.sessions, findSignedIn: never }
    for (const path of ['', '/week', '/availability'])
      expect(await read(`/sites/${site}${path}`, { sessions })).toBe(200)
    expect((await anApi(plain, { sessions }).call('GET', '/me', { cookie: who })).status).toBe(500)
  })

  it('answers 10,000 people within a second, asked once in five seconds by each of ten edges (59)', async () => {
    let at = 0
    let calls = 0
    const ask = async (address: string) => {
      calls += 1
      const { status, headers, body } = await api.call('GET', new URL(address).pathname.slice('/api'.length))
      return new Response(JSON.stringify(body), { status, headers })
    }
    const edges = Array.from({ length: 10 }, () => anEdge(ask, () => at))
    const address = `https://restante.example/api/public/sites/${site}/week`
    const crowd = async () => {
      const people = Array.from({ length: 10_000 }, (_, person) =>
        edges[person % edges.length]?.read(`${address}?utm_source=${person}`),
      )
      return new Set((await Promise.all(people)).map((answer) => answer?.status))
    }
    expect([await crowd(), calls]).toEqual([new Set([200]), 10])
    at = 4_999
    expect([await crowd(), calls]).toEqual([new Set([200]), 10])
    at = 5_000
    expect([await crowd(), calls]).toEqual([new Set([200]), 20])
  })
})
