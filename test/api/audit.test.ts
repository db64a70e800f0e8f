import { beforeAll, describe, expect, it } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { aBookingBody, aKey } from '../support/api.ts'
import { aSpace, NOW } from '../support/builders.ts'
import { aClosureBody } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

type Shown = { readonly by?: string; readonly effect: string; readonly about: string }

describe.each(engines)('the trail on $name', (engine) => {
  let stage: WorkshopStage
  let manager: { cookie: string; holder: string }
  let agent: { cookie: string; holder: string }
  const call = (method: string, path: string, cookie: string, body?: unknown) =>
    stage.api.call(method, path, { cookie, ...(body !== undefined && { body }), headers: aKey() })
  const read = (query = '', cookie = manager.cookie) =>
    stage.api.call('GET', `/audit/site:09410A${query}`, { cookie })
  const about = async (id: string) => {
    const { body } = await read()
    return body.acts.filter((auditEntry: Shown) => auditEntry.about === id)
  }
  const book = async (cookie: string, changes: Record<string, unknown> = {}) => {
    const { status, body } = await call('POST', '/bookings', cookie, aBookingBody(changes))
    expect([status, body.code]).toEqual([201, undefined])
    return body
  }

  beforeAll(async () => {
    const approval = { hours: 48 }
    const asked = aSpace({ ...aWorkshopRoom(), id: 'salle-2' as never, approval })
    stage = await aWorkshopStage(engine, [aWorkshopRoom(), aSpace(), asked])
    manager = await stage.withRole('manager', 'Dominique')
    agent = await stage.withRole('agent', 'Sacha')
  })

  it('says nothing of what people do for themselves', async () => {
    const cookie = await stage.somebody()
    const booking = await book(cookie)
    await call('PATCH', `/bookings/${booking.id}`, cookie, { start: '09:00', end: '12:00' })
    await call('DELETE', `/bookings/${booking.id}`, cookie)
    expect(await about(booking.id)).toEqual([])
  })

  it('says who cancelled, moved or booked for somebody else, with role, time and revision', async () => {
    const cookie = await stage.somebody('Camille')
    const booking = await book(cookie, { date: '2026-11-25' })
    stage.api.clock.now = addMinutes(NOW, 1)
    await call('PATCH', `/bookings/${booking.id}`, agent.cookie, { start: '09:00', end: '12:00' })
    stage.api.clock.now = addMinutes(NOW, 2)
    await call('DELETE', `/bookings/${booking.id}`, manager.cookie)
    const { reference } = booking
    const [asManager, asAgent] = ['manager', 'agent'].map((role) => ({ role, scope: 'site:09410A' }))
    const common = {
      system: false,
      action: 'change-booking',
      about: booking.id,
      reference,
      holder: 'Camille',
    }
    expect(await about(booking.id)).toEqual([
      { ...common, at: '2026-11-21T10:02', by: 'Dominique', as: asManager, effect: 'cancelled', revision: 2 },
      { ...common, at: '2026-11-21T10:01', by: 'Sacha', as: asAgent, effect: 'moved', revision: 1 },
    ])
    const theirs = await book(agent.cookie, {
      date: '2026-11-26',
      for: { name: 'Odette', phone: '0601020304' },
    })
    expect(await about(theirs.id)).toMatchObject([
      { by: 'Sacha', as: asAgent, action: 'act-for-others', effect: 'booked', holder: 'Odette', revision: 0 },
    ])
  })

  it('says who answered a request, who recorded an absence, and what was automatic', async () => {
    const [cookie, late] = [await stage.somebody('Alix'), await stage.somebody('Maxime')]
    const place = { space: 'salle-2', start: '14:00', end: '15:00' }
    const asked = await book(cookie, place)
    const unanswered = await book(late, { ...place, start: '16:00', end: '17:00' })
    await call('PUT', `/bookings/${asked.id}/approval`, manager.cookie, { approved: true })
    stage.api.clock.now = addMinutes(NOW, 4 * 24 * 60)
    await call('PUT', `/bookings/${asked.id}/attendance`, agent.cookie, { attended: false })
    await endDue(stage.api.deps)
    expect((await about(asked.id)).map(({ by, effect }: Shown) => [by, effect])).toEqual([
      ['Sacha', 'no-show'],
      ['Dominique', 'confirmed'],
    ])
    expect(await about(unanswered.id)).toMatchObject([
      { system: true, effect: 'cancelled', holder: 'Maxime' },
    ])
    stage.api.clock.now = NOW
  })

  it('says who joined the waitlist for somebody, and who took them off it', async () => {
    const wish = {
      site: '09410A',
      date: '2026-11-27',
      from: '08:00',
      to: '12:00',
      minutes: 240,
      use: 'room',
      space: 'bureau',
    }
    await book(await stage.somebody(), { date: wish.date, use: 'room' })
    const wait = await call('POST', '/waits', agent.cookie, {
      ...wish,
      for: { name: 'Odette', phone: '0601020304' },
    })
    expect(wait.status).toBe(201)
    stage.api.clock.now = addMinutes(NOW, 1)
    expect((await call('DELETE', `/waits/${wait.body.id}`, manager.cookie)).status).toBe(200)
    stage.api.clock.now = NOW
    expect((await about(wait.body.id)).map(({ by, effect }: Shown) => [by, effect])).toEqual([
      ['Dominique', 'left'],
      ['Sacha', 'waited'],
    ])
  })

  it('says who closed and reopened a site, and which bookings ended', async () => {
    const booking = await book(await stage.somebody('Camille'), { date: '2026-12-01' })
    const closure = await call(
      'POST',
      '/sites/09410A/closures',
      manager.cookie,
      aClosureBody({ from: '2026-12-01' }),
    )
    expect(closure.status).toBe(201)
    const path = `/sites/09410A/closures/${closure.body.id}`
    stage.api.clock.now = addMinutes(NOW, 1)
    await call('DELETE', path, manager.cookie)
    await call('DELETE', path, manager.cookie)
    stage.api.clock.now = NOW
    expect((await about(closure.body.id)).map(({ effect }: Shown) => effect)).toEqual(['reopened', 'closed'])
    expect(await about(booking.id)).toMatchObject([
      { by: 'Dominique', as: { role: 'manager' }, system: false, effect: 'cancelled', holder: 'Camille' },
    ])
  })

  it('says who planned and cancelled a workshop, and who admitted a member', async () => {
    const { body } = await stage.plan({ date: '2026-12-02' })
    stage.api.clock.now = addMinutes(NOW, 1)
    await stage.cancel(body.id, 'Grippe', manager.cookie)
    stage.api.clock.now = NOW
    expect((await about(body.id)).map(({ by, effect }: Shown) => [by, effect])).toEqual([
      ['Dominique', 'called-off'],
      ['Sophie', 'planned'],
    ])
    await stage.api.signIn('neighbour@example.org', 'Claude')
    const member = { email: 'neighbour@example.org', public: 'member' }
    expect((await call('PUT', '/sites/09410A/members', manager.cookie, member)).status).toBe(200)
    const { acts } = (await read()).body
    expect(acts).toContainEqual(
      expect.objectContaining({ effect: 'admitted', by: 'Dominique', holder: 'Claude' }),
    )
  })

  it('keeps ids only: no name, no address, no phone', async () => {
    const all = (await scanAll(stage.table)).split('\n').filter((item) => item.includes('AUDIT#'))
    expect(all.length).toBeGreaterThan(8)
    expect(all.join()).not.toMatch(/Odette|Camille|Dominique|0601020304|@/)
  })

  it('is read between two dates, page by page', async () => {
    const { acts } = (await read('?from=2026-11-21&to=2026-11-21')).body
    expect(acts.length).toBeGreaterThan(8)
    expect((await read('?from=2026-11-22&to=2026-11-24')).body.acts).toEqual([])
    expect((await read('?from=2026-11-22&to=2026-11-21')).body.acts).toEqual([])
    const later = addMinutes(NOW, 24 * 60)
    for (let at = 0; at < 100; at++) {
      stage.api.clock.now = addMinutes(later, at)
      const authorship = { public: at % 2 ? 'everyone' : 'member', email: 'neighbour@example.org' }
      await call('PUT', '/sites/09410A/members', manager.cookie, authorship)
    }
    const whole = (await read('?from=2026-11-22')).body
    expect([whole.acts.length, whole.next]).toEqual([100, undefined])
    const first = (await read()).body
    expect(first.acts).toHaveLength(100)
    const second = (await read(`?after=${encodeURIComponent(first.next)}`)).body
    expect(second.acts.at(-1)).toEqual(acts.at(-1))
    expect(second.next).toBeUndefined()
    expect(
      new Set([...first.acts, ...second.acts].map((auditEntry) => JSON.stringify(auditEntry))).size,
    ).toBe(100 + acts.length)
    stage.api.clock.now = NOW
  })

  it('says which dates it covers, and from which date entries are kept', async () => {
    expect((await read()).body).toMatchObject({ from: '2026-10-22', to: '2026-11-21', kept: '2024-11-21' })
    expect((await read('?from=2024-11-21')).body).toMatchObject({ from: '2024-11-21', to: '2026-11-21' })
    expect((await read('?from=1950-01-01')).body).toMatchObject({ from: '2024-11-21', to: '2026-11-21' })
    for (const period of ['from=1000-01-01&to=1200-01-01', 'from=1950-01-01&to=1960-01-01', 'to=1969-12-31'])
      expect(await read(`?${period}`)).toMatchObject({ status: 200, body: { acts: [] } })
    expect((await read('?from=2999-01-01&to=2999-12-31')).body.acts).toEqual([])
  })

  it('is for the managers of the site, and does not exist for others', async () => {
    const absent = await read('', await stage.somebody())
    expect([absent.status, absent.body.code]).toEqual([404, 'not-found'])
    for (const { cookie } of [agent, stage.mediator])
      expect((await read('', cookie)).body).toEqual(absent.body)
    const elsewhere = await stage.api.call('GET', '/audit/site:09439A', { cookie: manager.cookie })
    expect(elsewhere.body).toEqual(absent.body)
    expect((await read('?after=x')).body.code).toBe('invalid')
    const elsewhen = encodeURIComponent(`${'0'.repeat(14)}1#${'a'.repeat(20)}#booked`)
    expect((await read(`?from=2026-11-20&to=2026-11-21&after=${elsewhen}`)).body.acts).toEqual([])
    expect((await stage.api.call('GET', '/audit/site:09410A')).body.code).toBe('signed-out')
  })
})
