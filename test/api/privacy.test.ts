import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { routes } from '../../shared/contracts/routes.ts'
import { atSite } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { faultyApi, lentSpace } from '../proof/house.ts'
import { aBookingBody, aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines, freshTable, withLedger } from '../support/engine.ts'
import { always } from '../support/faulty-client.ts'
import { holderOf } from '../support/queued.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'

const NAME = 'Camille Duchâteau'
const EMAIL = 'camille.duchateau@example.org'
const PHONE = '0612345678'
const MARKUP = '<img src=x onerror=alert(1)>'

describe.each(engines.slice(0, 1))('privacy on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let everything: string
  let booking: string
  const call = (method: string, path: string, cookie?: string, body?: unknown, on = api) =>
    on.call(method, path, { cookie, headers: aKey(), ...(body !== undefined && { body }) })

  beforeAll(async () => {
    table = await withLedger(await freshTable(engine))
    await seed(table, aSite(), [lentSpace('bureau', { capacity: 50 })])
    api = anApi(table)
    everything = await api.signIn('network@example.org', 'Dominique')
    const holder = await holderOf(api, 'network@example.org')
    for (const role of ['manager', 'agent', 'mediator', 'network'] as const)
      await api.deps.grants.give(holder, { role, scope: role === 'network' ? { kind: 'network' } : atSite(aSite().id) })
    booking = (await call('POST', '/bookings', everything, aBookingBody())).body.id
  })

  afterEach(() => {
    vi.restoreAllMocks()
  })

  /** Each GET of the API, with what is there where it names something. */
  const gets = () =>
    Object.values(routes)
      .filter(({ method }) => method === 'get')
      .map(({ path }) => `${path}`.replace(':site', '09410A').replace(':scope', 'site:09410A').replace(':id', booking))

  it('49. every GET, asked by who may do everything, leaves the table as it was', async () => {
    const before = await scanAll(table)
    const answers = await Promise.all(gets().map((path) => call('GET', path, everything)))
    expect(answers.length).toBeGreaterThan(15)
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(8)
    for (const { status } of answers) expect(status).toBeLessThan(500)
    expect(await scanAll(table)).toBe(before)
  })

  it('53. no answer may be kept by a cache, refusals included', async () => {
    for (const cookie of [everything, undefined])
      for (const path of gets())
        expect((await call('GET', path, cookie)).headers.get('cache-control'), path).toBe('no-store')
  })

  it('writes no name, address or phone into any log, not even when everything fails', async () => {
    const logged: string[] = []
    for (const way of ['log', 'error', 'warn', 'info', 'debug'] as const)
      vi.spyOn(console, way).mockImplementation((...parts) => {
        logged.push(parts.map(String).join(' '))
      })
    const body = aBookingBody({ for: { name: NAME, phone: PHONE } })
    for (const on of [api, faultyApi(engine, table, always('broken-before'))]) {
      const cookie = await api.signIn(EMAIL, NAME)
      await call('POST', '/auth/codes', undefined, { email: EMAIL }, on)
      await call('POST', '/auth/sessions', undefined, { code: '123456', name: NAME }, on)
      await call('PATCH', '/me', cookie, { name: NAME }, on)
      await call('POST', '/bookings', everything, body, on)
      await call('PUT', '/sites/09410A/members', everything, { email: EMAIL, public: 'member' }, on)
      await call('GET', '/me/export', cookie, undefined, on)
      await call('GET', `/sites?q=${encodeURIComponent(EMAIL)}`, cookie, undefined, on)
      await call('DELETE', '/me', cookie, { code: '123456' }, on)
    }
    expect(logged.length).toBeGreaterThan(3)
    for (const text of [NAME, EMAIL, PHONE, 'duchateau']) expect(logged.join('\n')).not.toContain(text)
  })

  it('51. markup in a name comes back as the text that it is, as JSON that no browser shows as a page', async () => {
    const me = await api.signIn('markup@example.org', MARKUP)
    const { headers, body } = await call('POST', '/bookings', me, aBookingBody({ date: '2026-11-26' }))
    expect(body.holderName).toBe(MARKUP)
    expect(headers.get('content-type')).toMatch(/^application\/json/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
  })
})
