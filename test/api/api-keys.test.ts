import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import { routes } from '../../shared/contracts/routes.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { addMinutes, type Instant } from '../../shared/domain/instant.ts'
import type { Scope } from '../../shared/domain/rights.ts'
import type { Table } from '../../shared/store/client.ts'
import { aBookingBody, aKey, anApi, type Call } from '../support/api.ts'
import { bearer, guessOf, madeKey } from '../support/api-keys.ts'
import { anAssociation } from '../support/associations.ts'
import { aSite, aSpace, NOW } from '../support/builders.ts'
import { aClosureBody } from '../support/closures.ts'
import { engines, freshTable } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const HERE = 'site:09410A'
const THERE = '01073A' as SiteId
const DAY_MINUTES = 24 * 60

describe.each(engines)('a key of a tool on $name', (engine) => {
  let table: Table
  let api: ReturnType<typeof anApi>
  let manager: string
  let people = 0
  const withGrant = async (role: 'agent' | 'manager' | 'network', scope: Scope) => {
    const cookie = await api.signIn(`key-maker-${people++}@example.org`, 'Dominique')
    await api.deps.grants.give(holderIn(cookie), { role, scope })
    return cookie
  }
  beforeAll(async () => {
    table = await freshTable(engine)
    await seed(table, aSite(), [aSpace({ capacity: 50 })])
    await seed(table, aSite({ id: THERE, name: 'Belley', departement: '01' }), [aSpace()])
    api = anApi(table)
    manager = await withGrant('manager', { kind: 'site', site: aSite().id })
  })

  const asked = (token: string, method: string, path: string, more: Call = {}) =>
    api.call(method, path, { ...more, headers: { ...aKey(), ...bearer(token), ...more.headers } })
  const body = (changes: object = {}) =>
    aBookingBody({ for: { name: 'Odette Masson', phone: '0326812000' }, ...changes })
  const book = (token: string, changes: object = {}, headers = aKey()) =>
    asked(token, 'POST', '/bookings', { body: body(changes), headers })
  const revoke = (id: string, scope = HERE) =>
    api.call('DELETE', `/api-keys/${scope}/${id}`, { cookie: manager })
  const list = async (cookie = manager, scope = HERE) => api.call('GET', `/api-keys/${scope}`, { cookie })

  it('books for somebody, once for each Idempotency-Key, and gets 401 with the next request once it is revoked', async () => {
    const { id, token } = await madeKey(api, manager, HERE)
    const headers = aKey()
    const booked = await book(token, {}, headers)
    expect(booked).toMatchObject({ status: 201, body: { holderName: 'Odette Masson', status: 'confirmed' } })
    expect(await book(token, {}, headers)).toMatchObject({ status: 201, body: { id: booked.body.id } })
    expect((await book(token, { start: '09:00' }, headers)).body.code).toBe('key-reused')
    expect((await revoke(id)).status).toBe(204)
    const refused = await book(token, {}, headers)
    expect([refused.status, refused.body.code]).toEqual([401, 'api-key-invalid'])
    expect(refused.headers.get('www-authenticate')).toMatch(/^Bearer/)
    expect((await asked(token, 'GET', '/sites/09410A')).status).toBe(401)
    expect((await revoke(id)).status).toBe(204)
  })

  it('never meets the booking of another key with the same Idempotency-Key', async () => {
    const [one, other] = [await madeKey(api, manager, HERE), await madeKey(api, manager, HERE)]
    const headers = aKey()
    const [first, second] = [
      await book(one.token, {}, headers),
      await book(other.token, { date: '2026-11-25' }, headers),
    ]
    expect([first.status, second.status]).toEqual([201, 201])
    expect(first.body.id).not.toBe(second.body.id)
  })

  it('reads, moves and cancels what it booked, and finds nothing that others booked', async () => {
    const [one, other] = [await madeKey(api, manager, HERE), await madeKey(api, manager, HERE)]
    const { id } = (await book(one.token, { date: '2026-11-26' })).body
    expect((await asked(one.token, 'GET', `/bookings/${id}`)).body).toMatchObject({ id, start: '08:00' })
    const moved = await asked(one.token, 'PATCH', `/bookings/${id}`, {
      body: { start: '09:00', end: '12:00' },
    })
    expect(moved).toMatchObject({ status: 200, body: { start: '09:00' } })
    for (const method of ['GET', 'DELETE'])
      expect((await asked(other.token, method, `/bookings/${id}`)).status).toBe(404)
    const web = await api.call('POST', '/bookings', {
      body: aBookingBody({ date: '2026-11-26' }),
      headers: aKey(),
      cookie: await api.signIn('web@example.org'),
    })
    expect((await asked(one.token, 'DELETE', `/bookings/${web.body.id}`)).status).toBe(404)
    expect((await asked(one.token, 'DELETE', `/bookings/${id}`)).body).toMatchObject({ status: 'cancelled' })
  })

  it('stands in the trail with its name, from the day it is made to the day it is revoked', async () => {
    const { id, token } = await madeKey(api, manager, HERE, { name: 'Borne du hall' })
    const booking = (await book(token, { date: '2026-11-27' })).body
    api.clock.now = addMinutes(NOW, 1)
    await revoke(id)
    const { acts } = (await api.call('GET', `/audit/${HERE}`, { cookie: manager })).body
    const about = (what: string) => acts.filter((each: { about: string }) => each.about === what)
    expect(about(booking.id)).toMatchObject([
      { by: 'Borne du hall', as: { role: 'writer', scope: HERE }, effect: 'booked', holder: 'Odette Masson' },
    ])
    expect(about(id)).toMatchObject([
      { by: 'Dominique', effect: 'key-revoked', holder: 'Borne du hall' },
      { by: 'Dominique', effect: 'key-made', holder: 'Borne du hall' },
    ])
    api.clock.now = NOW
  })

  it('reads the week of its site without a name, and has a writer close it', async () => {
    const [reader, writer] = [
      await madeKey(api, manager, HERE, { role: 'reader' }),
      await madeKey(api, manager, HERE),
    ]
    await book(writer.token, { date: '2026-11-24' })
    const planning = await asked(reader.token, 'GET', '/sites/09410A/planning?from=2026-11-23')
    expect(planning.status).toBe(200)
    expect(planning.body.bookings).toContainEqual(
      expect.objectContaining({
        date: '2026-11-24',
        start: '08:00',
        status: 'confirmed',
        channel: 'machine',
      }),
    )
    expect(JSON.stringify(planning.body)).not.toMatch(/Odette|0326812000|326812000/)
    const closure = { body: aClosureBody({ from: '2026-11-30' }) }
    const refused = await asked(reader.token, 'POST', '/sites/09410A/closures', closure)
    expect([refused.status, refused.body.code]).toEqual([403, 'not-for-keys'])
    const closed = await asked(writer.token, 'POST', '/sites/09410A/closures', closure)
    expect(closed.status).toBe(201)
    expect((await asked(writer.token, 'DELETE', `/sites/09410A/closures/${closed.body.id}`)).status).toBe(200)
  })

  it('says its day of last use, once a day, and when it is over', async () => {
    const { id, token } = await madeKey(api, manager, HERE, { days: 2, role: 'reader' })
    const shown = async () => (await list()).body.keys.find((each: { id: string }) => each.id === id)
    expect(await shown()).toMatchObject({ validUntil: '2026-11-23', isOver: false, madeBy: 'Dominique' })
    expect(await shown()).not.toHaveProperty('lastUsedOn')
    await asked(token, 'GET', '/sites/09410A')
    expect(await shown()).toMatchObject({ lastUsedOn: '2026-11-21' })
    const before = await scanAll(table)
    await asked(token, 'GET', '/sites/09410A')
    expect(await scanAll(table)).toBe(before)
    const midnight = (Date.parse('2026-11-24T00:00+01:00') - 1) as Instant
    api.clock.now = midnight
    expect((await asked(token, 'GET', '/sites/09410A')).status).toBe(200)
    api.clock.now = addMinutes(midnight, 1)
    expect((await asked(token, 'GET', '/sites/09410A')).status).toBe(401)
    api.clock.now = NOW
    expect(await shown()).toMatchObject({ lastUsedOn: '2026-11-23' })
  })

  it('is stored as a hash alone, and is read again only by who repeats its request', async () => {
    const headers = aKey()
    const make = (changes: object = {}) =>
      api.call('POST', `/api-keys/${HERE}`, {
        body: { name: 'Agenda', role: 'reader', ...changes },
        headers,
        cookie: manager,
      })
    const made = await make()
    expect(made.body.token).toMatch(/^rst_[0-9a-z]{20}[0-9a-f]{48}$/)
    expect(await scanAll(table)).not.toContain(made.body.token.slice(24, 64))
    expect(JSON.stringify((await list()).body)).not.toContain(made.body.token.slice(24))
    expect((await make()).body).toEqual(made.body)
    expect((await make({ role: 'writer' })).body.code).toBe('key-reused')
  })

  it('books for its association alone, which its leads make it for', async () => {
    const { id: association, lead, member } = await anAssociation(api)
    const scope = `association:${association}`
    expect((await list(member.cookie, scope)).status).toBe(404)
    const { token } = await madeKey(api, lead.cookie, scope)
    const refused = await api.call('POST', `/api-keys/${scope}`, {
      body: { name: 'Lecture', role: 'reader' },
      headers: aKey(),
      cookie: lead.cookie,
    })
    expect(refused.body.code).toBe('role-unfit')
    const alone = aBookingBody({ date: '2026-12-01' })
    const booked = await asked(token, 'POST', '/bookings', { body: alone })
    expect(booked).toMatchObject({ status: 201, body: { association, holderName: 'Les Amis du livre' } })
    expect((await asked(token, 'GET', `/bookings/${booked.body.id}`)).status).toBe(200)
    expect((await book(token, { date: '2026-12-01' })).status).toBe(404)
    const other = await anAssociation(api, { name: 'Les Autres' })
    expect((await asked(token, 'POST', '/bookings', { body: { ...alone, as: other.id } })).status).toBe(404)
    const { acts } = (await api.call('GET', `/audit/${HERE}`, { cookie: manager })).body
    expect(acts.find((each: { about: string }) => each.about === booked.body.id)).toMatchObject({
      by: 'Agenda de la mairie',
      as: { role: 'writer', scope },
    })
    await forgetHolder(association, () => false, api.deps)
    expect((await asked(token, 'GET', '/sites/09410A')).status).toBe(401)
  })

  it('is one key, with what it may do told truly, when two requests have the same Idempotency-Key', async () => {
    const headers = aKey()
    const make = (role: string) =>
      api.call('POST', `/api-keys/${HERE}`, { body: { name: 'Course', role }, headers, cookie: manager })
    const answers = await Promise.all(['reader', 'writer', 'writer', 'reader'].map(make))
    const made = answers.filter(({ status }) => status === 201)
    expect(made.length).toBe(2)
    for (const { body } of made)
      expect((await list()).body.keys).toContainEqual(
        expect.objectContaining({ id: body.id, role: body.role }),
      )
    for (const { status, body } of answers)
      if (status !== 201) expect([status, body.code]).toEqual([422, 'key-reused'])
  })

  it('books for whom it names, and for nobody whom the place knows already', async () => {
    const agent = await withGrant('agent', { kind: 'site', site: aSite().id })
    const known = { name: 'Simone Roux', phone: '0326812111' }
    const at = aBookingBody({ date: '2026-12-02', for: known })
    expect((await api.call('POST', '/bookings', { body: at, headers: aKey(), cookie: agent })).status).toBe(
      201,
    )
    const search = { body: { phone: known.phone }, cookie: agent }
    const { people } = (await api.call('POST', '/sites/09410A/people/search', search)).body
    const { token } = await madeKey(api, manager, HERE)
    const answer = await book(token, { date: '2026-12-03', for: { holder: people[0].holder } })
    expect([answer.status, JSON.stringify(answer.body)]).toEqual([404, expect.not.stringContaining('Roux')])
  })

  it('says for whom it books', async () => {
    const { token } = await madeKey(api, manager, HERE)
    const refused = await asked(token, 'POST', '/bookings', { body: aBookingBody() })
    expect([refused.status, refused.body.code]).toEqual([422, 'person-missing'])
  })

  it('is made, listed and revoked by those in charge of its scope alone', async () => {
    const { id } = await madeKey(api, manager, HERE)
    const others = [
      await withGrant('agent', { kind: 'site', site: aSite().id }),
      await withGrant('manager', { kind: 'site', site: THERE }),
      await api.signIn('nobody@example.org'),
    ]
    for (const cookie of others) {
      expect((await list(cookie)).status).toBe(404)
      const making = { body: { name: 'X', role: 'reader' }, headers: aKey(), cookie }
      expect((await api.call('POST', `/api-keys/${HERE}`, making)).status).toBe(404)
      expect((await api.call('DELETE', `/api-keys/${HERE}/${id}`, { cookie })).status).toBe(404)
    }
    const [, elsewhere] = others
    expect(
      (await api.call('DELETE', `/api-keys/site:${THERE}/${id}`, { cookie: elsewhere as string })).status,
    ).toBe(404)
    const network = await withGrant('network', { kind: 'network' })
    const making = { body: { name: 'X', role: 'reader' }, headers: aKey(), cookie: network }
    expect((await api.call('POST', '/api-keys/network', making)).body.code).toBe('role-unfit')
    expect((await madeKey(api, network, 'departement:51')).token).toMatch(/^rst_/)
  })

  it('is refused, and nothing else, where it is malformed, foreign or mixed', async () => {
    const { token } = await madeKey(api, manager, HERE)
    const read = (headers: Record<string, string>, cookie?: string) =>
      api.call('GET', '/sites/09410A/planning', { headers, cookie })
    const good = await read({ authorization: `bearer ${token}` })
    expect(good.status).toBe(200)
    const bad = [
      token.slice(0, -1),
      `${token}0`,
      token.replace('rst_', 'xyz_'),
      token.toUpperCase(),
      guessOf(token),
      `${token}, Bearer ${token}`,
      '',
      'a'.repeat(10_000),
    ]
    for (const each of bad) {
      const { status, body: problem } = await read({ authorization: `Bearer ${each}` })
      expect([status, problem.code], each.slice(0, 80)).toEqual([401, 'api-key-invalid'])
    }
    expect((await read({ authorization: `Basic ${btoa(token)}` })).status).toBe(401)
    expect((await read({ authorization: token })).status).toBe(401)
    const mixed = await read(bearer(token), manager)
    expect([mixed.status, mixed.body.code]).toEqual([400, 'mixed-credentials'])
    const elsewhere = await asked(token, 'GET', `/sites/${THERE}/planning`)
    expect(elsewhere.status).toBe(404)
    expect((await book(token, { site: THERE })).status).toBe(404)
    expect((await api.call('GET', '/public/sites/09410A', { headers: bearer('nonsense') })).status).toBe(200)
  })

  it('waits for its own limit, and guesses of keys for that of their address', async () => {
    const [one, other] = [await madeKey(api, manager, HERE), await madeKey(api, manager, HERE)]
    const read = (token: string, client = '192.0.2.9') =>
      asked(token, 'GET', '/sites/09410A', { headers: { 'x-client-address': client } })
    const first = await read(one.token)
    expect(first.headers.get('ratelimit-policy')).toBe('"key";q=100;w=10')
    expect(first.headers.get('ratelimit')).toMatch(/^"key";r=\d+;t=\d+$/)
    for (let at = 1; at < 100; at++) await read(one.token, `192.0.2.${at % 50}`)
    const late = await read(one.token)
    expect([late.status, late.body.code]).toEqual([429, 'too-many-keyed-requests'])
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(late.headers.get('ratelimit')).toMatch(/r=0;/)
    expect((await read(other.token)).status).toBe(200)
    api.clock.now = addMinutes(NOW, 1)
    const revoked = await madeKey(api, manager, HERE)
    await revoke(revoked.id)
    for (let at = 0; at < 25; at++) expect((await read(revoked.token, '192.0.2.77')).status).toBe(401)
    for (let at = 1; at < 20; at++)
      expect((await read(guessOf(one.token, at), '192.0.2.77')).status).toBe(401)
    const guess = await read(guessOf(one.token, 20), '192.0.2.77')
    expect([guess.status, guess.body.code]).toEqual([429, 'too-many-guesses'])
    expect(Number(guess.headers.get('retry-after'))).toBeGreaterThan(0)
    expect((await read(one.token, '192.0.2.78')).status).toBe(200)
    api.clock.now = NOW
  })

  it('counts no more than twenty for one scope', async () => {
    const scope = `site:${THERE}`
    const there = await withGrant('manager', { kind: 'site', site: THERE })
    for (let at = 0; at < 20; at++) await madeKey(api, there, scope, { days: at === 0 ? 1 : 90 })
    const making = () => ({ body: { name: 'X', role: 'reader' }, headers: aKey(), cookie: there })
    expect((await api.call('POST', `/api-keys/${scope}`, making())).body.code).toBe('too-many-api-keys')
    api.clock.now = addMinutes(NOW, 3 * DAY_MINUTES)
    const later = await api.signIn('key-maker-later@example.org')
    await api.deps.grants.give(holderIn(later), { role: 'manager', scope: { kind: 'site', site: THERE } })
    expect((await api.call('POST', `/api-keys/${scope}`, { ...making(), cookie: later })).status).toBe(201)
    api.clock.now = NOW
  })
})

describe.each(engines.slice(0, 1))('the routes of the API, asked with keys on $name', (engine) => {
  it('open to a key what the policy has for it, and answer no fault', async () => {
    const table = await freshTable(engine)
    await seed(table, aSite(), [aSpace()])
    await seed(table, aSite({ id: THERE, name: 'Belley', departement: '01' }), [aSpace()])
    const api = anApi(table)
    const manager = await api.signIn('manager@example.org', 'Dominique')
    for (const site of [aSite().id, THERE])
      await api.deps.grants.give(holderIn(manager), { role: 'manager', scope: { kind: 'site', site } })
    const short = { days: 1 }
    const keys = {
      reader: await madeKey(api, manager, HERE, { role: 'reader' }),
      writer: await madeKey(api, manager, HERE),
      foreign: await madeKey(api, manager, `site:${THERE}`),
      over: await madeKey(api, manager, HERE, short),
      revoked: await madeKey(api, manager, HERE),
    }
    await api.call('DELETE', `/api-keys/${HERE}/${keys.revoked.id}`, { cookie: manager })
    api.clock.now = addMinutes(NOW, 2 * DAY_MINUTES)
    const ID = '0123456789abcdefghjk'
    const opened: Record<string, string[]> = {}
    for (const { method, path, action } of Object.values(routes))
      for (const [kind, { token }] of Object.entries(keys)) {
        const address = `${path}`
          .replace(':site', '09410A')
          .replace(':space', 'bureau')
          .replace(':scope', HERE)
          .replace(':date', '2026-12-03')
          .replace(/:\w+/g, ID)
        const sends = method === 'get' || method === 'delete' ? {} : { body: {} }
        const { status, body } = await api.call(method.toUpperCase(), address, {
          ...sends,
          headers: { ...aKey(), ...bearer(token) },
        })
        api.clock.now = addMinutes(api.clock.now, 1)
        const line = `${method} ${path} ${kind}: ${status} ${body.code ?? ''}`
        expect(status, line).toBeLessThan(500)
        if (kind === 'over' || kind === 'revoked') expect(status, line).toBe(401)
        else if (status < 300 && action !== 'read-public') opened[kind] = [...(opened[kind] ?? []), path]
        else if (status !== 403 && action !== 'read-public')
          opened[`${kind} in part`] = [...new Set([...(opened[`${kind} in part`] ?? []), path])]
      }
    const parts = [
      '/bookings',
      '/bookings/:id',
      '/sites/:site/closures',
      '/sites/:site/closure-preview',
      '/sites/:site/closures/:id',
    ]
    expect(opened).toEqual({
      reader: ['/sites/:site/planning'],
      writer: ['/sites/:site/planning'],
      'writer in part': parts,
      'foreign in part': expect.arrayContaining([...parts, '/sites/:site/planning']),
    })
  }, 60_000)
})
