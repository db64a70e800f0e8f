import { beforeAll, describe, expect, it } from 'vitest'
import type { BookingId, SiteId } from '../../shared/domain/ids.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite, type Scope } from '../../shared/domain/rights.ts'
import { meterOf } from '../bench/store-meter.ts'
import { aBookingBody, aKey, type anApi } from '../support/api.ts'
import { anOpening, aSite, aSpace, NOW, range } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { holderIn } from '../support/waitlist-entry.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const [HERE, NEAR, FAR] = ['09410A', '09439A', '01073A']
const OPENING = anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })
const LIMITS = { noticeMinutes: 0, horizonDays: 400, shortestQuarters: 1, longestQuarters: 48 }
const BUREAU = aSpace({ capacity: 9, openings: [OPENING], limits: LIMITS })
let phones = 0
const aPhone = () => `03 26 77 00 ${String(phones++).padStart(2, '0')}`

describe.each(engines)('staff who answer the telephone on $name', (engine) => {
  let stage: WorkshopStage
  let api: ReturnType<typeof anApi>
  let [marne, network, agent, manager] = ['', '', '', '']
  const withScope = async (name: string, scope: Scope) => {
    const cookie = await stage.somebody(name)
    await api.deps.grants.give(holderIn(cookie), { role: 'phone', scope })
    return cookie
  }
  const post = (path: string, body: object, cookie: string) =>
    api.call('POST', path, { body, headers: aKey(), cookie })
  const book = async (site: string, who: object, cookie = network, changes = {}) =>
    (await post('/bookings', { ...aBookingBody({ site, ...changes }), for: who }, cookie)).body
  const find = async (q: string, cookie = network) =>
    (await api.call('POST', '/bookings/search', { body: { q }, cookie })).body
  const namesIn = ({ bookings }: { bookings: { holderName: string }[] }) =>
    bookings.map(({ holderName }) => holderName)
  const calls = async (cookie = network) => (await api.call('GET', '/calls', { cookie })).body

  beforeAll(async () => {
    stage = await aWorkshopStage(engine, [aWorkshopRoom(), BUREAU])
    api = stage.api
    await seed(stage.table, aSite({ id: NEAR as SiteId, name: 'Sézanne' }), [BUREAU])
    await seed(stage.table, aSite({ id: FAR as SiteId, name: 'Montpezat', departement: '07' }), [BUREAU])
    marne = await withScope('Zoé', { kind: 'departement', departement: '51' })
    network = await withScope('Ali', { kind: 'network' })
    agent = (await stage.withRole('agent', 'Odile')).cookie
    manager = (await stage.withRole('manager', 'Paul')).cookie
  })

  it('book at each site of their scope, and the booking and the trail say so', async () => {
    const made = await book(NEAR as string, { name: 'Simone', phone: aPhone() }, marne)
    expect(await api.deps.bookings.findBooking(made.id as BookingId)).toMatchObject({ channel: 'phone' })
    const trail = await api.deps.auditEntries.listAuditEntries(atSite(NEAR as SiteId), {
      ...{ from: 0 as Instant, to: 9e14 as Instant, most: 9 },
    })
    expect(trail).toMatchObject([
      { effect: 'booked', about: made.id, as: { role: 'phone', scope: { kind: 'departement' } } },
    ])
    expect((await book(FAR as string, { name: 'Simone' }, marne)).code).toBe('not-found')
  })

  it('find bookings at all sites of their scope by phone or dictated reference, and no others', async () => {
    const phone = aPhone()
    const near = await book(NEAR as string, { name: 'Rose Petit', phone }, agent)
    expect(near.code).toBe('not-found')
    const [here, far] = [
      await book(HERE as string, { name: 'Rose Petit', phone }, agent),
      await book(FAR as string, { name: 'Rose Petit', phone }),
    ]
    const web = await stage.somebody('Hélène')
    const own = (await post('/bookings', aBookingBody({ site: FAR, date: '2026-11-25' }), web)).body
    expect(namesIn(await find(phone))).toEqual(['Rose Petit', 'Rose Petit'])
    expect((await find(phone.replaceAll(' ', ''), marne)).bookings).toMatchObject([{ id: here.id, phone }])
    const dictated = far.reference.toLowerCase().replace('-', ' ')
    expect((await find(dictated)).bookings).toMatchObject([{ id: far.id }])
    expect((await find(dictated, marne)).bookings).toEqual([])
    expect(namesIn(await find(own.reference))).toEqual(['Hélène'])
    expect(namesIn(await find('Rose Petit'))).toEqual([])
    for (const cookie of [agent, manager, web])
      expect((await api.call('POST', '/bookings/search', { body: { q: phone }, cookie })).status).toBe(404)
  })

  it('find what stands behind whatever was cancelled or lies elsewhere', async () => {
    const phone = aPhone()
    const first = await book(FAR as string, { name: 'Andrée', phone }, network, { date: '2026-12-04' })
    const [{ holder }] = (await post(`/sites/${FAR}/people/search`, { phone }, network)).body.people
    for (let day = 7; day < 18; day++) {
      const date = `2026-12-${String(day).padStart(2, '0')}`
      const { id } = await book(FAR as string, { holder }, network, { date })
      if (day % 2 === 0) await api.call('DELETE', `/bookings/${id}`, { cookie: network })
    }
    const near = await book(NEAR as string, { holder }, network, { date: '2026-12-18' })
    expect((await find(phone, marne)).bookings).toMatchObject([{ id: near.id }])
    expect((await find(phone)).bookings[0]).toMatchObject({ id: first.id })
  })

  it('read as much for a search however many bookings there are', async () => {
    const phone = aPhone()
    const { reference } = await book(HERE as string, { name: 'Solange', phone }, network, {
      date: '2026-12-03',
    })
    const metered = meterOf(stage.table.client)
    const unitsFor = async (q: string) =>
      (await metered(async () => expect(namesIn(await find(q))).toEqual(['Solange']))).readUnits
    const before = [await unitsFor(phone), await unitsFor(reference)]
    for (let at = 0; at < 8; at++)
      await book(HERE as string, { name: `Autre ${at}`, phone: aPhone() }, network, { date: '2026-12-03' })
    expect([await unitsFor(phone), await unitsFor(reference)]).toEqual(before)
  })

  it('know a person wherever they gave their phone in that scope', async () => {
    const phone = aPhone()
    await book(FAR as string, { name: 'Maurice', phone })
    const known = async (cookie: string) =>
      (await post(`/sites/${HERE}/people/search`, { phone }, cookie)).body.people
    expect([await known(agent), await known(marne)]).toEqual([[], []])
    const [{ holder }] = await known(network)
    const again = { date: '2026-11-26' }
    expect((await book(HERE as string, { holder }, marne, again)).code).toBe('not-found')
    expect(await book(HERE as string, { holder }, network, again)).toMatchObject({ holderName: 'Maurice' })
  })

  it('book a seat before a workshop begins, wait for one, move and cancel', async () => {
    const { body } = await stage.plan({ date: '2026-12-10', seats: 1 })
    const seat = await post(`/workshops/${body.id}/seats`, { for: { name: 'Ginette' } }, network)
    expect(seat.status).toBe(201)
    const wait = await post(`/workshops/${body.id}/waits`, { for: { name: 'Lucien' } }, network)
    expect(wait.body.mine).toMatchObject({ status: 'waiting', rank: 1 })
    api.clock.now = Date.UTC(2026, 11, 10, 9, 30) as Instant
    const late = await post(`/workshops/${body.id}/seats`, { for: { name: 'Denise' } }, network)
    expect(late.body.code).toBe('past')
    api.clock.now = NOW
    const { id } = await book(NEAR as string, { name: 'Colette' }, marne, { date: '2026-12-11' })
    const moved = await api.call('PATCH', `/bookings/${id}`, {
      ...{ body: { start: '14:00', end: '16:00' }, cookie: marne },
    })
    expect(moved.body).toMatchObject({ start: '14:00', end: '16:00' })
    expect((await api.call('DELETE', `/bookings/${id}`, { cookie: marne })).body.status).toBe('cancelled')
  })

  it('act as staff of the site where they are that as well, and still know who called', async () => {
    const both = await withScope('Inès', { kind: 'network' })
    await api.deps.grants.give(holderIn(both), { role: 'agent', scope: atSite(HERE as SiteId) })
    const phone = aPhone()
    await book(FAR as string, { name: 'Marcel', phone })
    const { people } = (await post(`/sites/${HERE}/people/search`, { phone }, both)).body
    const made = await book(HERE as string, { holder: people[0].holder }, both, { date: '2026-11-27' })
    expect(await api.deps.bookings.findBooking(made.id as BookingId)).toMatchObject({ channel: 'counter' })
    const { body } = await stage.plan({ date: '2026-12-17', seats: 1 })
    api.clock.now = Date.UTC(2026, 11, 17, 9, 30) as Instant
    const walkIn = await post(`/workshops/${body.id}/seats`, { for: { name: 'Yvette' } }, both)
    api.clock.now = NOW
    expect(walkIn.status).toBe(201)
  })

  it('see the calls that no site has made, at all sites of their scope', async () => {
    const date = '2026-12-15'
    const phone = aPhone()
    const there = await book(FAR as string, { name: 'Roger', phone }, network, { date })
    const here = await book(HERE as string, { name: 'Paulette', phone }, network, { date })
    for (const { id } of [there, here])
      await api.call('PUT', `/bookings/${id}/cancellation`, { body: { reason: 'Panne' }, cookie: network })
    const listed = (await calls()).calls.filter((each: { date: string }) => each.date === date)
    expect(listed).toMatchObject([
      { id: there.id, site: { id: FAR, name: 'Montpezat' }, news: 'cancelled', phone },
      { id: here.id, site: { id: HERE } },
    ])
    const idsIn = async (cookie: string) => (await calls(cookie)).calls.map(({ id }: { id: string }) => id)
    expect(await idsIn(marne)).toContain(here.id)
    expect(await idsIn(marne)).not.toContain(there.id)
    const noted = { body: { version: listed[1].version }, cookie: agent }
    expect((await api.call('PUT', `/sites/${HERE}/calls/${here.id}`, noted)).status).toBe(200)
    expect(await idsIn(network)).not.toContain(here.id)
    for (const cookie of [agent, manager])
      expect((await api.call('GET', '/calls', { cookie })).status).toBe(404)
  })

  it('see no planning, lending, rights, requests or trail', async () => {
    for (const path of [
      ...['planning', 'lent-spaces', 'requests', 'proposals'].map((each) => `/sites/${HERE}/${each}`),
      ...['network', `site:${HERE}`].flatMap((scope) => [`/audit/${scope}`, `/rights/${scope}`]),
    ])
      expect([path, (await api.call('GET', path, { cookie: network })).status]).toEqual([path, 404])
    const copy = { bookings: ['0'.repeat(20)], weeks: [1] }
    expect((await post(`/sites/${HERE}/copies`, copy, network)).status).toBe(404)
    expect((await post(`/sites/${HERE}/door-codes/readings`, { date: '2026-12-15' }, network)).status).toBe(
      404,
    )
  })
})
