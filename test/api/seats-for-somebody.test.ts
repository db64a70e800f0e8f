import { beforeAll, describe, expect, it } from 'vitest'
import { type Instant, instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

type As = { readonly cookie: string }

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

describe.each(engines)('a seat for somebody at the counter on $name', (engine) => {
  let stage: WorkshopStage
  let agent = ''
  const planned = async (seats = 6) => (await stage.plan({ date: aDay(), seats })).body.id as string
  const post = (
    path: string,
    body: object | undefined,
    { cookie = agent, headers = aKey() as object } = {},
  ) => stage.api.call('POST', path, { body, headers: headers as Record<string, string>, cookie })
  const take = (id: string, body?: object, as = {}) => post(`/workshops/${id}/seats`, body, as)
  const wait = (id: string, body?: object, as = {}) => post(`/workshops/${id}/waits`, body, as)
  const knownBy = async (phone: string) => {
    const { body } = await post(`/sites/${aSite().id}/people/search`, { phone })
    return body.people[0].holder as string
  }

  beforeAll(async () => {
    days = 0
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
    agent = (await stage.withRole('agent', 'Odile')).cookie
  })

  it('is theirs, not the agent’s, and the agent may take more', async () => {
    const id = await planned()
    for (const name of ['Jeanne', 'Paul', 'Marthe']) {
      const { status, body } = await take(id, { for: { name } })
      expect([status, body.holderName, body.workshop]).toEqual([201, name, id])
    }
    expect((await stage.read(id, agent)).body).toMatchObject({ seatsLeft: 3 })
    expect((await stage.read(id, agent)).body.mine).toBeUndefined()
    expect((await take(id)).body).toMatchObject({ holderName: 'Odile' })
  })

  it('is one per known person, whatever the key', async () => {
    const [id, phone] = [await planned(), '03 26 81 30 01']
    const first = await take(id, { for: { name: 'Jeanne', phone } })
    const holder = await knownBy(phone)
    expect((await take(id, { for: { holder } })).body).toMatchObject({
      code: 'already-signed-up',
      booking: first.body.id,
    })
    const again = await wait(id, { for: { holder } })
    expect(again.body).toMatchObject({ code: 'already-signed-up', booking: first.body.id })
  })

  it('of a full workshop is waited for on the same terms, once, and is passed on like others', async () => {
    const id = await planned(1)
    const seat = await take(id, { for: { name: 'Paul' } })
    expect((await take(id, { for: { name: 'Jeanne' } })).body).toMatchObject({
      code: 'taken',
      waiting: 0,
      rank: 1,
    })
    const [phone, key] = ['03 26 81 30 02', aKey()]
    for (let times = 0; times < 2; times++) {
      const { status, body } = await wait(id, { for: { name: 'Jeanne', phone } }, { headers: key })
      expect([status, body.waiting, body.mine]).toMatchObject([201, 1, { status: 'waiting', rank: 1 }])
    }
    expect((await wait(id, { for: { name: 'Jeannot' } }, { headers: key })).body.code).toBe('key-reused')
    expect((await wait(id, { for: { holder: await knownBy(phone) } })).body.mine).toMatchObject({ rank: 1 })
    const withGuest = { for: { holder: await knownBy(phone) }, guest: 'Luce' }
    for (let times = 0; times < 2; times++)
      expect((await wait(id, withGuest)).body.mine).toMatchObject({ rank: 1, guest: 'Luce' })
    await stage.leave(seat.body.id, agent)
    const calls = await stage.api.call('GET', `/sites/${aSite().id}/calls`, { cookie: agent })
    expect(calls.body.calls).toMatchObject([{ holderName: 'Jeanne', phone }])
    const span = { from: 0 as Instant, to: 9e14 as Instant, most: 99 }
    const acts = (await stage.api.deps.auditEntries.listAuditEntries(atSite(aSite().id), span)).filter(
      ({ effect }) => effect === 'waited' || effect === 'wait-changed',
    )
    const act = { action: 'act-for-others', as: { role: 'agent' }, holder: await knownBy(phone) }
    expect(acts).toMatchObject([
      { ...act, effect: 'waited' },
      { ...act, effect: 'wait-changed' },
    ])
  })

  it('needs a key, also for the waitlist, and JSON', async () => {
    const id = await planned()
    const before = await scanAll(stage.table)
    const body = { for: { name: 'Jeanne' } }
    expect((await take(id, body, { headers: {} })).body.code).toBe('key-missing')
    expect((await wait(id, body, { headers: {} })).body.code).toBe('key-missing')
    const text = { ...aKey(), 'content-type': 'text/plain' }
    expect((await take(id, body, { headers: text })).body.code).toBe('unsupported-media-type')
    expect((await wait(id, body, { headers: text })).body.code).toBe('unsupported-media-type')
    expect((await take(id, { for: { name: '' } })).body.code).toBe('invalid')
    expect((await take(id, { status: 'confirmed' })).body.code).toBe('invalid')
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is booked by people who act for others there only', async () => {
    const id = await planned()
    const cookie = await stage.somebody()
    const network = (await stage.withRole('network')).cookie
    const before = await scanAll(stage.table)
    for (const who of [cookie, network])
      for (const call of [take, wait]) {
        const { status, body } = await call(id, { for: { name: 'Jeanne' } }, { cookie: who })
        expect([status, body.code]).toEqual([404, 'not-found'])
      }
    expect(await scanAll(stage.table)).toBe(before)
    await stage.cancel(id)
    expect((await take(id, { for: { name: 'Jeanne' } })).body.code).toBe('workshop-cancelled')
    expect((await wait(id, { for: { name: 'Jeanne' } })).body.code).toBe('workshop-cancelled')
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is given by the workshop’s mediator, who moves and cancels for people too', async () => {
    const id = await planned()
    const { cookie } = stage.mediator
    const seat = await take(id, { for: { name: 'Jeanne' } }, { cookie })
    expect([seat.status, seat.body.holderName]).toEqual([201, 'Jeanne'])
    expect((await wait(id, { for: { name: 'Paul' } }, { cookie })).status).toBe(201)
    expect((await stage.leave(seat.body.id, cookie)).body.status).toBe('cancelled')
    const desk = {
      site: aSite().id,
      space: 'salle',
      date: '2026-11-25',
      start: '08:00',
      end: '10:00',
      use: 'desk',
    }
    const booked = await post('/bookings', { ...desk, for: { name: 'Marthe' } }, { cookie })
    expect(booked.status).toBe(201)
    const moved = await stage.api.call('PATCH', `/bookings/${booked.body.id}`, {
      body: { start: '09:00' },
      cookie,
    })
    expect(moved.body).toMatchObject({ start: '09:00', holderName: 'Marthe' })
    const elsewhere = await stage.withRole('mediator', 'Karim')
    await stage.api.deps.grants.withdraw(elsewhere.holder, { role: 'mediator', scope: atSite(aSite().id) })
    expect((await take(id, { for: { name: 'Anne' } }, elsewhere)).status).toBe(404)
  })

  /** Staff at work then: who has signed in before is signed out by now. */
  const staffAt = async (day: string, hour: string) => {
    stage.api.clock.now = instantAt(date(day), time(hour), PARIS)
    const roles = await Promise.all(
      (['agent', 'mediator', 'manager'] as const).map((role) => stage.withRole(role)),
    )
    return roles.map(({ cookie }) => ({ cookie })) as [As, As, As]
  }

  it('is given to people on site until the end, to others until the start', async () => {
    const day = aDay()
    const { id } = (await stage.plan({ date: day, seats: 4 })).body
    const absent = await stage.signUp(id, await stage.somebody())
    for (const name of ['Anne', 'Luc', 'Marthe']) await take(id, { for: { name } })
    await wait(id, { for: { name: 'Jeanne' } })
    const list = async (query = '') => {
      const { body } = await stage.api.call('GET', `/workshops?site=${aSite().id}&from=${day}${query}`)
      const found = body.workshops.find((each: { id: string }) => each.id === id)
      return found && [found.begun, found.seatsLeft, found.waiting]
    }
    const [asAgent, asMediator, asManager] = await staffAt(day, '10:15')
    expect([await list(), await list('&begun=true')]).toEqual([undefined, [true, 0, 1]])
    expect((await take(id, { for: { name: 'Odette' } }, asAgent)).body.code).toBe('taken')
    const gone = { body: { attended: false }, ...asMediator }
    expect((await stage.api.call('PUT', `/bookings/${absent.body.id}/attendance`, gone)).status).toBe(200)
    expect(await list('&begun=true')).toEqual([true, 1, 1])
    expect((await stage.signUp(id, await stage.somebody())).body.code).toBe('past')
    expect((await stage.signUp(id, asMediator.cookie)).body.code).toBe('past')
    expect((await take(id, { for: { name: 'Odette' } }, asMediator)).status).toBe(201)
    for (const as of [asAgent, asMediator, asManager])
      expect((await take(id, { for: { name: 'Paul' } }, as)).body.code).toBe('taken')
    expect((await wait(id, { for: { name: 'Paul' } }, asAgent)).body.code).toBe('past')
    const [, , later] = await staffAt(day, '12:00')
    expect(await list('&begun=true')).toBeUndefined()
    expect((await take(id, { for: { name: 'Paul' } }, later)).body.code).toBe('past')
    stage.api.clock.now = NOW
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('goes to nobody ahead of people who wait, until the start', async () => {
    const day = aDay()
    const { id } = (await stage.plan({ date: day, seats: 1 })).body
    const phone = '03 26 81 30 09'
    const seat = await take(id, { for: { name: 'Anne' } })
    await wait(id, { for: { name: 'Jeanne', phone } })
    const [before] = await staffAt(day, '09:00')
    await stage.leave(seat.body.id, before.cookie)
    expect((await take(id, { for: { name: 'Odette' } }, before)).body.code).toBe('taken')
    const [after] = await staffAt(day, '10:15')
    const { body } = await post(`/sites/${aSite().id}/people/search`, { phone }, after)
    expect((await take(id, { for: { holder: body.people[0].holder } }, after)).status).toBe(201)
    stage.api.clock.now = NOW
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })
})
