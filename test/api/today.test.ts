import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { localClient } from '../../infra/local/local-client.ts'
import type { SiteId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { meterOf } from '../bench/store-meter.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite, aSpace, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { seed } from '../support/seed.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'
import { SEZANNE, twoSites } from '../support/two-sites.ts'
import { holderIn } from '../support/waitlist-entry.ts'

const at = (text: string) => instantAt(TUESDAY, time(text), PARIS)

describe.each(engines)('today at a site on $name', (engine) => {
  let stage: StaffStage
  const today = (cookie: string, on = stage.api) => on.call('GET', '/me/today', { cookie })
  /** The only site of the answer. */
  const here = async (cookie: string) => (await today(cookie)).body.sites[0]

  beforeAll(async () => {
    stage = await aStaffStage(engine)
    stage.api.clock.now = NOW
    const early = { start: '08:00', end: '09:00' }
    await stage.book(await stage.somebody('Rose'), early)
    await stage.book(await stage.somebody('Sacha'), { start: '09:00', end: '11:00' })
    await stage.book(stage.agent.cookie, {
      ...{ start: '11:00', end: '12:00', places: 2 },
      for: { name: 'Jeanne', phone: '06 12 34 56 78' },
    })
    await stage.book(await stage.somebody('Noé'), { date: '2026-11-27' })
    await stage.book(await stage.somebody('Le club'), { space: 'reunion', date: '2026-12-15', use: 'room' })
    const workshop = (await stage.plan({ start: '10:00', end: '12:00' })).body
    await stage.signUp(workshop.id, await stage.somebody('Ali'))
    const told = await stage.book(stage.agent.cookie, {
      ...{ date: '2026-12-01', start: '08:00', end: '10:00' },
      for: { name: 'Odette', phone: '06 12 34 56 79' },
    })
    await stage.as(stage.manager.cookie, 'PUT', `/bookings/${told.body.id}/cancellation`, { reason: 'Fuite' })
  })

  beforeEach(() => {
    stage.api.clock.now = at('09:30')
  })

  it('shows who is there and who comes, without those who have left, and which day is next', async () => {
    const site = await here(stage.agent.cookie)
    expect([site.id, site.today, site.time]).toEqual(['09410A', TUESDAY, '09:30'])
    const coming = site.coming.map(({ start, holderName, workshop, arrival }: never) => [
      ...[start, (workshop as { title: string } | undefined)?.title ?? holderName, arrival],
    ])
    expect(coming).toEqual([
      ['09:00', 'Sacha', 'attendance'],
      ['10:00', 'Premiers pas sur internet', undefined],
      ['11:00', 'Jeanne', undefined],
    ])
    expect(site.coming[1].workshop).toMatchObject({ taken: 1, people: [{ holderName: 'Ali' }] })
    expect(site.next).toEqual({ date: '2026-11-27', count: 1 })
  })

  it('notes an arrival by the way it names', async () => {
    const [sacha] = (await here(stage.agent.cookie)).coming
    const path = `/bookings/${sacha.id}/attendance`
    expect((await stage.as(stage.agent.cookie, 'PUT', path, { attended: true })).status).toBe(200)
    const [after] = (await here(stage.agent.cookie)).coming
    expect([after.status, after.arrival]).toEqual(['attended', undefined])
  })

  it('names what awaits an answer and whom to call, where the role answers and calls', async () => {
    const site = await here(stage.manager.cookie)
    expect(site.requests).toMatchObject({
      count: 1,
      first: [{ holderName: 'Le club', space: { name: 'Salle de réunion' }, date: '2026-12-15' }],
    })
    expect(site.calls).toMatchObject({
      count: 1,
      first: [{ holderName: 'Odette', phone: '06 12 34 56 79', news: 'cancelled' }],
    })
    const mediators = await here(stage.mediator.cookie)
    expect([mediators.requests, mediators.calls.count]).toEqual([undefined, 1])
  })

  it('says what is free now, until when, and how full each hour is', async () => {
    const [bureau, reunion] = (await here(stage.agent.cookie)).spaces
    expect([bureau.space, bureau.capacity, bureau.now]).toEqual(['bureau', 5, { end: '11:00', places: 4 }])
    expect(bureau.load).toEqual([
      { start: '08:00', end: '11:00', taken: 1, held: 0 },
      { start: '11:00', end: '12:00', taken: 2, held: 0 },
    ])
    expect([reunion.name, reunion.load]).toEqual(['Salle de réunion', []])
  })

  it('shows a mediator what they lead today, and nothing that is over', async () => {
    expect((await today(stage.mediator.cookie)).body.sittings).toMatchObject([
      { title: 'Premiers pas sur internet', seats: 6, seatsLeft: 5, spaceName: 'Salle' },
    ])
    expect((await today(stage.agent.cookie)).body.sittings).toEqual([])
    stage.api.clock.now = at('12:00')
    expect((await today(stage.mediator.cookie)).body.sittings).toEqual([])
  })

  it('tells the owner of the premises of use alone: no name, no number of people', async () => {
    const owner = await stage.withRole('owner')
    const site = await here(owner.cookie)
    expect(JSON.stringify(site)).not.toMatch(/Sacha|Jeanne|Ali|Odette|06 12/)
    expect([site.requests, site.calls, site.next]).toEqual([undefined, undefined, undefined])
    expect(site.spaces[0].load).toBeUndefined()
    expect(site.spaces[0].now).toEqual({ end: '11:00' })
    expect(site.coming.map(({ arrival, reference }: never) => [arrival, reference])).toEqual([
      ...Array.from({ length: 3 }, () => [undefined, '']),
    ])
  })

  it('names first whom to call about the nearest date, whatever else they are to be told', async () => {
    const callsTo = async () => (await here(stage.manager.cookie)).calls
    const tell = async (date: string, whom: object) => {
      const changes = { date, start: '08:00', end: '10:00', for: whom }
      const { id } = (await stage.book(stage.agent.cookie, changes)).body
      await stage.as(stage.manager.cookie, 'PUT', `/bookings/${id}/cancellation`, { reason: 'Fuite' })
    }
    await tell('2026-12-10', { name: 'Paul', phone: '06 12 34 56 80' })
    const paul = (await callsTo()).first.find(
      ({ holderName }: { holderName: string }) => holderName === 'Paul',
    )
    await tell('2026-12-03', { name: 'Reine', phone: '06 12 34 56 81' })
    await tell('2026-12-02', { holder: paul.holder })
    const { first, count } = await callsTo()
    expect(first.map(({ holderName }: { holderName: string }) => holderName)).toEqual([
      'Odette',
      'Paul',
      'Reine',
    ])
    expect(count).toBe(3)
  })

  it('is empty for people without a site, without a second factor, and once a right is withdrawn', async () => {
    const none = { sites: [], isAll: true, sittings: [] }
    expect((await today(await stage.somebody())).body).toEqual(none)
    const byCode = await stage.api.signIn('by-code@example.org', 'Louise', false)
    const right = { role: 'manager', scope: atSite('09410A' as SiteId) } as const
    await stage.api.deps.grants.give(holderIn(byCode), right)
    expect((await today(byCode)).body).toEqual(none)
    const left = await stage.withRole('agent')
    expect((await today(left.cookie)).body.sites).toHaveLength(1)
    await stage.api.deps.grants.withdraw(left.holder, { role: 'agent', scope: atSite('09410A' as SiteId) })
    expect((await today(left.cookie)).body).toEqual(none)
    expect((await stage.api.call('GET', '/me/today')).status).toBe(401)
  })

  it('reads a site in a dozen requests and four trips to the table', async () => {
    const client = localClient(engine.endpoint)
    const metered = anApi({ ...stage.table, client })
    metered.clock.now = at('09:30')
    const { requests, trips } = await meterOf(client)(() => today(stage.agent.cookie, metered))
    expect(requests).toBeLessThanOrEqual(12)
    expect(trips).toBeLessThanOrEqual(4)
  })

  it('shows a mediator which hours of a permanence are taken, and not those that have passed', async () => {
    const other = await stage.withRole('mediator', 'Karim')
    const permanence = { start: '13:00', end: '15:00', appointments: { minutes: 30 } }
    const { id } = (await stage.plan(permanence, other.cookie)).body
    const body = { start: '14:30' }
    await stage.api.call('POST', `/workshops/${id}/seats`, {
      body,
      headers: aKey(),
      ...(await stage.withRole('agent')),
    })
    stage.api.clock.now = at('14:15')
    const [sitting] = (await today(other.cookie)).body.sittings
    expect([sitting.seats, sitting.booked]).toEqual([4, ['14:30']])
  })
})

describe.each(engines.slice(0, 1))('today at several sites on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof twoSites>>
  const today = (cookie: string) => stage.api.call('GET', '/me/today', { cookie })

  beforeAll(async () => {
    stage = await twoSites(engine)
    await seed(stage.table, aSite({ id: '09411A' as SiteId, name: 'Orbais' }), [])
    const attached = { departement: '77', parent: '09411A' as SiteId } as const
    await seed(stage.table, aSite({ id: '09412A' as SiteId, name: 'Esternay', ...attached }), [aSpace()])
    await seed(stage.table, aSite({ id: '09413A' as SiteId, name: 'Anglure', ...attached }), [])
  })

  it('puts first the site that needs somebody, then the one that somebody comes to', async () => {
    const { cookie, holder } = await stage.withRole('manager')
    await stage.api.deps.grants.give(holder, { role: 'manager', scope: atSite(SEZANNE.id) })
    const names = async () => (await today(cookie)).body.sites.map(({ name }: { name: string }) => name)
    expect(await names()).toEqual(['Montmirail', 'Sézanne'])
    await stage.plan({ site: SEZANNE.id, date: TUESDAY, start: '14:00', end: '15:00' })
    stage.api.clock.now = at('09:30')
    expect(await names()).toEqual(['Sézanne', 'Montmirail'])
    stage.api.clock.now = NOW
  })

  it('says that there are more than the forty that it reads', async () => {
    const { cookie, holder } = await stage.withRole('agent')
    for (let each = 0; each < 40; each++)
      await stage.api.deps.grants.give(holder, {
        role: 'agent',
        scope: atSite(`${10_000 + each}A` as SiteId),
      })
    const { body } = await today(cookie)
    expect([body.isAll, body.sites.length]).toEqual([false, 1])
  })

  it('lists the points attached to an office where they lend, for who works at the office', async () => {
    const cookie = await stage.somebody('Cheffe')
    await stage.api.deps.grants.give(holderIn(cookie), { role: 'agent', scope: atSite('09411A' as SiteId) })
    const { body } = await today(cookie)
    expect(body.sites.map(({ name, parent }: Record<string, string>) => [name, parent])).toEqual([
      ['Esternay', '09411A'],
      ['Orbais', undefined],
    ])
    const { body: all } = await stage.api.call('GET', '/me/attached', { cookie })
    expect(all.points).toMatchObject([
      { name: 'Esternay', parent: '09411A', lends: true },
      { name: 'Anglure', parent: '09411A', lends: false },
    ])
    const planning = await stage.api.call('GET', '/sites/09412A/planning', { cookie })
    expect(planning.status).toBe(200)
  })

  it('lists no attached points to people of other places, without a second factor or a right', async () => {
    const attachedFor = async (cookie: string) =>
      (await stage.api.call('GET', '/me/attached', { cookie })).body.points
    const byCode = await stage.api.signIn('by-code@example.org', 'Louise', false)
    await stage.api.deps.grants.give(holderIn(byCode), { role: 'manager', scope: atSite('09411A' as SiteId) })
    const elsewhere = await stage.withRole('agent')
    for (const cookie of [byCode, elsewhere.cookie, await stage.somebody()])
      expect(await attachedFor(cookie)).toEqual([])
    expect((await stage.api.call('GET', '/me/attached')).status).toBe(401)
  })

  it('lists the sites of a département that lend, for who works for all of it', async () => {
    const cookie = await stage.somebody('Marne')
    const scope = { kind: 'departement', departement: '51' } as const
    await stage.api.deps.grants.give(holderIn(cookie), { role: 'coordinator', scope })
    expect((await today(cookie)).body.sites.map(({ name }: { name: string }) => name)).toEqual([
      'Montmirail',
      'Sézanne',
    ])
  })
})
