import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import type { Instant } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { accountStore } from '../../shared/store/account-store.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey } from '../support/api.ts'
import { anOpening, aSite, aSpace, range } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { holderIn } from '../support/waitlist-entry.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

const opening = anOpening({ basis: 'fixed', window: range('08:00-20:00'), onHolidays: true })
const limits = { noticeMinutes: 0, horizonDays: 400, shortestQuarters: 1, longestQuarters: 48 }

describe.each(engines)('a call to somebody without e-mail on $name', (engine) => {
  let stage: WorkshopStage
  let agent = ''
  let manager = ''
  const site = aSite().id
  const post = (path: string, body: object, cookie = agent) =>
    stage.api.call('POST', path, { body, headers: aKey(), cookie })
  const planned = async (date: string, seats = 6) => (await stage.plan({ date, seats })).body.id as string
  const seat = async (id: string, name: string, phone?: string) =>
    (await post(`/workshops/${id}/seats`, { for: { name, ...(phone && { phone }) } })).body
  const desk = async (date: string, name: string, phone?: string) =>
    (await post('/bookings', { ...aBookingBody({ date }), for: { name, ...(phone && { phone }) } })).body
  const close = (date: string, changes: object = {}) =>
    post(
      `/sites/${site}/closures`,
      { kind: 'unexpected', reason: 'Fuite d’eau', from: date, ...changes },
      manager,
    )
  const calls = async (cookie = agent) =>
    (await stage.api.call('GET', `/sites/${site}/calls`, { cookie })).body.calls
  const callTo = async (name: string) =>
    (await calls()).filter((each: { holderName: string }) => each.holderName === name)
  const made = (id: string, body: object, cookie = agent) =>
    stage.api.call('PUT', `/sites/${site}/calls/${id}`, { body, cookie })
  const trail = async () =>
    stage.api.deps.auditEntries.listAuditEntries(atSite(site), {
      from: 0 as Instant,
      to: 9e14 as Instant,
      most: 999,
    })

  beforeAll(async () => {
    const bureau = aSpace({ capacity: 3, openings: [opening], limits })
    stage = await aWorkshopStage(engine, [aWorkshopRoom(), bureau])
    agent = (await stage.withRole('agent', 'Odile')).cookie
    manager = (await stage.withRole('manager', 'Paul')).cookie
  })

  it('is opened for each seat when a workshop is cancelled, and says why', async () => {
    const id = await planned(aDay())
    const { id: booking } = await seat(id, 'Jeanne', '03 26 81 40 01')
    await stage.cancel(id, 'La médiatrice est malade.')
    expect(await callTo('Jeanne')).toMatchObject([
      {
        ...{
          id: booking,
          news: 'cancelled',
          cause: 'workshop-cancelled',
          phone: '03 26 81 40 01',
          version: 1,
        },
        ...{ title: 'Premiers pas sur internet', space: 'Salle', note: 'La médiatrice est malade.' },
      },
    ])
  })

  it('needs no search: before, the seat is found at the counter by name, phone and reference', async () => {
    const id = await planned(aDay())
    const { id: booking, reference } = await seat(id, 'Augustine Lefort', '03 26 81 40 07')
    for (const q of ['lefort', '0326814007', reference]) {
      const { body } = await post(`/sites/${site}/bookings/search`, { q })
      expect(body.bookings).toMatchObject([{ id: booking, title: 'Premiers pas sur internet', workshop: id }])
    }
  })

  it('is opened for people who wait for a seat of the workshop', async () => {
    const id = await planned(aDay(), 1)
    await seat(id, 'Lucien')
    await post(`/workshops/${id}/waits`, { for: { name: 'Marthe', phone: '03 26 81 40 02' } })
    await stage.cancel(id, 'Trop peu de monde.')
    expect(await callTo('Marthe')).toMatchObject([
      { news: 'wait-ended', title: 'Premiers pas sur internet', note: 'Trop peu de monde.', start: '10:00' },
    ])
  })

  it('is opened when a day is closed; the closure lists seats, desks and its author', async () => {
    const date = aDay()
    const id = await planned(date)
    const { id: seated } = await seat(id, 'Colette', '03 26 81 40 03')
    const { id: booked } = await desk(date, 'Marcel', '03 26 81 40 04')
    const { body: report } = await close(date)
    const listed = report.bookings.map(({ holderName, outcome, title, call }: Record<string, unknown>) => ({
      ...{ holderName, outcome, title, call },
    }))
    const title = 'Premiers pas sur internet'
    expect(listed).toEqual(
      expect.arrayContaining([
        { holderName: 'Sophie', outcome: 'cancelled', title },
        { holderName: 'Colette', outcome: 'cancelled', title, call: { id: seated, version: 1, made: false } },
        { holderName: 'Marcel', outcome: 'cancelled', call: { id: booked, version: 1, made: false } },
      ]),
    )
    expect(await callTo('Colette')).toMatchObject([{ news: 'cancelled', note: 'Fuite d’eau' }])
    const acts = (await trail()).filter(({ about }) => about === seated || about === booked || about === id)
    const ends = acts.filter(({ effect }) => effect === 'cancelled' || effect === 'called-off')
    expect(ends).toHaveLength(3)
    for (const auditEntry of ends)
      expect(auditEntry).toMatchObject({ action: 'close', as: { role: 'manager' } })
  })

  it('stays open until somebody records it, which the trail and the closure show', async () => {
    const date = aDay()
    const { id } = await desk(date, 'Suzanne', '03 26 81 40 05')
    const { body: closure } = await close(date)
    expect((await made(id, { version: 0 })).body.code).toBe('call-changed')
    expect(await callTo('Suzanne')).toHaveLength(1)
    for (let times = 0; times < 2; times++)
      expect(await made(id, { version: 1 })).toMatchObject({ status: 200, body: { id, version: 1 } })
    expect(await callTo('Suzanne')).toEqual([])
    const acts = (await trail()).filter(({ about, effect }) => about === id && effect === 'called')
    expect(acts).toMatchObject([{ action: 'make-calls', as: { role: 'agent' }, revision: 1 }])
    const report = await stage.api.call('GET', `/sites/${site}/closures/${closure.id}`, { cookie: manager })
    expect(report.body.bookings[0].call).toEqual({ id, version: 1, made: true })
  })

  it('tells the newest change, even when an earlier call was made', async () => {
    const [date, other] = [aDay(), aDay()]
    const { id } = await desk(date, 'Germaine')
    await stage.api.call('PATCH', `/bookings/${id}`, {
      body: { date: other, reason: 'Travaux' },
      cookie: agent,
    })
    expect(await callTo('Germaine')).toMatchObject([
      { id, news: 'moved', date: other, note: 'Travaux', version: 1 },
    ])
    expect((await made(id, { version: 1 })).status).toBe(200)
    await stage.api.call('PUT', `/bookings/${id}/cancellation`, { body: { reason: 'Fuite' }, cookie: agent })
    expect((await made(id, { version: 1 })).body.code).toBe('call-changed')
    expect(await callTo('Germaine')).toMatchObject([{ id, news: 'cancelled', cause: 'staff', version: 2 }])
  })

  it('disappears when the person cancels, and is not opened for people who came', async () => {
    const [date, other] = [aDay(), aDay()]
    const { id } = await desk(date, 'Yvonne')
    expect(await callTo('Yvonne')).toEqual([])
    await stage.api.call('PATCH', `/bookings/${id}`, { body: { date: other }, cookie: agent })
    expect(await callTo('Yvonne')).toHaveLength(1)
    await stage.leave(id, agent)
    expect(await callTo('Yvonne')).toEqual([])
  })

  it('disappears with a forgotten person, made or not', async () => {
    const [one, two] = [await desk(aDay(), 'Raymonde', '03 26 81 40 09'), await desk(aDay(), 'Raymond')]
    for (const { id } of [one, two])
      await stage.api.call('PUT', `/bookings/${id}/cancellation`, {
        body: { reason: 'Travaux' },
        cookie: agent,
      })
    await made(one.id, { version: 1 })
    const [call] = await callTo('Raymond')
    const { body } = await post(`/sites/${site}/people/search`, { phone: '03 26 81 40 09' })
    for (const holder of [call.holder, body.people[0].holder]) {
      await forgetHolder(holder, () => false, stage.api.deps)
      expect(await scanAll(stage.table)).not.toContain(holder)
    }
    expect(await callTo('Raymond')).toEqual([])
  })

  it('is not opened for people whom a message reaches', async () => {
    const date = aDay()
    const cookie = await stage.somebody('Camille')
    await post('/bookings', aBookingBody({ date }), cookie)
    const before = (await calls()).length
    await close(date)
    expect((await calls()).length).toBe(before)
  })

  it('is opened for an association whose leads have no e-mail left', async () => {
    const lead = await stage.somebody('Anne')
    const body = { name: 'Ciné-club', rna: 'W511009002' }
    const { body: club } = await post('/associations', body, lead)
    const [date, other] = [aDay(), aDay()]
    for (const on of [date, other]) await post('/bookings', aBookingBody({ date: on, as: club.id }), lead)
    await close(date)
    expect(await callTo('Ciné-club')).toEqual([])
    await accountStore(stage.table).disable(holderIn(lead), stage.api.clock.now)
    await close(other)
    expect(await callTo('Ciné-club')).toMatchObject([
      { news: 'cancelled', cause: 'closure', holder: club.id },
    ])
  })

  it('stays open when an agent records outdated news', async () => {
    const { id } = await desk(aDay(), 'Ginette')
    await stage.api.call('PATCH', `/bookings/${id}`, { body: { date: aDay() }, cookie: agent })
    const [read] = await stage.api.deps.calls.findCalls(site, [id])
    await stage.api.call('PUT', `/bookings/${id}/cancellation`, { body: { reason: 'Fuite' }, cookie: agent })
    const done = { by: 'operator', action: 'make-calls', at: stage.api.clock.now } as const
    expect(read && (await stage.api.deps.calls.noteMade(read, done))).toBe('changed')
    expect(await callTo('Ginette')).toMatchObject([{ news: 'cancelled', version: 2 }])
  })

  it('is read and recorded only by people who act for others there; bad input changes nothing', async () => {
    const date = aDay()
    const { id } = await desk(date, 'Odette')
    await close(date)
    const stranger = await stage.somebody()
    const before = await scanAll(stage.table)
    expect((await stage.api.call('GET', `/sites/${site}/calls`, { cookie: stranger })).body.code).toBe(
      'not-found',
    )
    expect((await made(id, { version: 1 }, stranger)).body.code).toBe('not-found')
    for (const body of [{}, { version: -1 }, { version: '1' }, { version: 1, by: 'me' }, { version: 1.5 }])
      expect((await made(id, body)).body.code).toBe('invalid')
    expect((await made('0'.repeat(20), { version: 1 })).body.code).toBe('not-found')
    expect((await made('nobody', { version: 1 })).status).toBe(404)
    expect(await scanAll(stage.table)).toBe(before)
    expect(await callTo('Odette')).toHaveLength(1)
    expect((await reconcile(stage.table, site)).faults).toEqual([])
  })
})
