import { beforeAll, describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, anApi } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { toldBy } from '../support/told.ts'
import { aWorkshopBody, aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

const { date: _, ...PLAN } = aWorkshopBody()
let weeks = 0

describe.each(engines)('the seats of a whole cycle on $name', (engine) => {
  let stage: WorkshopStage
  const aCycle = async (count: number, seats = 2) => {
    const from = new Date(Date.UTC(2026, 11, 1 + 7 * weeks)).toISOString().slice(0, 10)
    weeks += count
    const body = { ...PLAN, seats, from, rule: `FREQ=WEEKLY;BYDAY=TU;COUNT=${count}` }
    const planned = await stage.api.call('POST', '/cycles', {
      ...{ body, headers: aKey(), cookie: stage.mediator.cookie },
    })
    const ids = planned.body.dates.map(({ workshop }: { workshop: string }) => workshop) as string[]
    return { id: planned.body.id as string, ids }
  }
  const take = (id: string, cookie: string, body: object = {}, headers = aKey()) =>
    stage.api.call('POST', `/cycles/${id}/seats`, { body, headers, cookie })

  beforeAll(async () => {
    weeks = 0
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
  })

  it('are taken date by date, and waited for where it is full; repeating changes nothing', async () => {
    const { id, ids } = await aCycle(3, 1)
    await stage.signUp(ids[1] ?? '', await stage.somebody())
    const [cookie, key] = [await stage.somebody('Jeanne'), aKey()]
    const { status, body } = await take(id, cookie, {}, key)
    expect([status, body.title]).toEqual([200, 'Premiers pas sur internet'])
    expect(body.dates).toMatchObject([
      { workshop: ids[0], status: 'confirmed', places: 1, start: '10:00', end: '12:00' },
      { workshop: ids[1], rank: 1 },
      { workshop: ids[2], status: 'confirmed' },
    ])
    expect((await take(id, cookie, {}, key)).body).toEqual(body)
    expect((await take(id, cookie)).body).toEqual(body)
    expect((await stage.read(ids[1] ?? '', cookie)).body.mine).toMatchObject({ status: 'waiting', rank: 1 })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('say of each date why there is none, and leave out those that are over or cancelled', async () => {
    const { id, ids } = await aCycle(3)
    const cookie = await stage.somebody()
    const { date } = (await stage.read(ids[0] ?? '')).body
    await stage.plan({ date, start: '14:00', end: '16:00', mediator: undefined })
    const desk = { site: aSite().id, space: 'salle', date, start: '08:00', end: '10:15', use: 'desk' }
    const busy = await stage.api.call('POST', '/bookings', { body: desk, headers: aKey(), cookie })
    expect(busy.body.code).toBe('taken')
    await stage.cancel(ids[1] ?? '')
    const { body } = await take(id, cookie, { places: 2, guest: 'Paul' })
    expect(body.dates.map(({ workshop }: { workshop: string }) => workshop)).toEqual([ids[0], ids[2]])
    expect(body.dates[0]).toMatchObject({ status: 'confirmed', places: 2, guest: 'Paul' })
    const small = await aCycle(2, 1)
    expect((await take(small.id, cookie, { places: 2 })).body.dates).toMatchObject([
      { refusal: 'too-many-places', capacity: 1 },
      { refusal: 'too-many-places', capacity: 1 },
    ])
  })

  it('are taken for one new person, however often it is sent', async () => {
    const { id } = await aCycle(3, 1)
    const [agent, key] = [(await stage.withRole('agent')).cookie, aKey()]
    const asked = { for: { name: 'Marthe', phone: '03 26 81 30 77' }, sentBy: 'CCAS' }
    const first = await take(id, agent, asked, key)
    expect(first.body.dates.map((each: { status: string }) => each.status)).toEqual([
      ...['confirmed', 'confirmed', 'confirmed'],
    ])
    expect((await take(id, agent, asked, key)).body).toEqual(first.body)
    const known = await stage.api.call('POST', `/sites/${aSite().id}/people/search`, {
      ...{ body: { phone: '03 26 81 30 77' }, headers: aKey(), cookie: agent },
    })
    expect(known.body.people).toHaveLength(1)
    expect((await take(id, agent, { for: { name: 'Autre' } }, key)).body.code).toBe('key-reused')
  })

  it('need a session, a name, a key, the right to act for others, and a cycle to come', async () => {
    const { id } = await aCycle(1)
    const cookie = await stage.somebody()
    const before = await scanAll(stage.table)
    expect((await take(id, '')).body.code).toBe('signed-out')
    expect((await take('z'.repeat(20), cookie)).body.code).toBe('not-found')
    expect((await take('no', cookie)).body.code).toBe('not-found')
    expect((await take(id, cookie, { for: { name: 'Marthe' } })).body.code).toBe('not-found')
    expect((await take(id, cookie, { places: 3 })).body.code).toBe('invalid')
    const keyless = { body: {}, cookie }
    expect((await stage.api.call('POST', `/cycles/${id}/seats`, keyless)).body.code).toBe('key-missing')
    expect(await scanAll(stage.table)).toBe(before)
    expect((await take(id, await stage.api.signIn('nobody@example.org', ''))).body.code).toBe('name-missing')
  })

  it('are told once with all their dates and those that are waited for, and not again', async () => {
    const { id, ids } = await aCycle(4, 1)
    await stage.signUp(ids[1] ?? '', await stage.somebody())
    const [cookie, key] = [await stage.somebody('Jeanne'), aKey()]
    const told = await toldBy(stage, () => take(id, cookie, {}, key))
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringMatching(/^C’est réservé : 3 dates, /)])
    const [seats, waits] = (told[0]?.text ?? '').split('C’est complet à ces dates')
    expect([seats?.match(/- mardi /g), waits?.match(/- mardi /g)]).toMatchObject([
      { length: 3 },
      { length: 1 },
    ])
    expect(await toldBy(stage, () => take(id, cookie, {}, key))).toEqual([])
    const [, , , last = ''] = ids
    const { booking } = (await stage.read(last, cookie)).body.mine
    const cancelled = await toldBy(stage, () => stage.leave(booking, cookie))
    expect(cancelled.map(({ subject }) => subject)).toEqual([expect.stringMatching(/annulé/)])
    stage.api.clock.now = addMinutes(stage.api.clock.now, 1)
    expect(await toldBy(stage, () => take(id, cookie, {}))).toMatchObject([
      { subject: expect.stringMatching(/^C’est réservé : 3 dates, /) },
    ])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('are told, as far as they are taken, when they take too long, and the rest when it is finished', async () => {
    const { id, ids } = await aCycle(3, 1)
    const [cookie, key] = [await stage.somebody('Jeanne'), aKey()]
    const { bookings } = stage.api.deps
    const stopping = anApi(stage.table, {
      bookings: {
        ...bookings,
        addBooking: async (booking, ...rest) => {
          if (booking.workshop === ids[2]) throw new Error('planted: the function is stopped')
          return bookings.addBooking(booking, ...rest)
        },
      },
    })
    const ask = { body: {}, headers: key, cookie }
    const partly = await toldBy(stage, () => stopping.call('POST', `/cycles/${id}/seats`, ask))
    expect(partly.map(({ subject }) => subject)).toEqual([expect.stringContaining(': 2 dates, ')])
    stage.api.clock.now = addMinutes(stage.api.clock.now, 1)
    const wholly = await toldBy(stage, () => take(id, cookie, {}, key))
    expect(wholly.map(({ subject }) => subject)).toEqual([expect.stringContaining(': 3 dates, ')])
  })

  it('are asked for again rather than told to nobody, when the table answers too late', async () => {
    const { id } = await aCycle(2)
    const [cookie, key] = [await stage.somebody('Jeanne'), aKey()]
    const { bookings } = stage.api.deps
    const late = Object.assign(new Error('planted'), { name: 'TimeoutError' })
    const busy = anApi(stage.table, { bookings: { ...bookings, change: () => Promise.reject(late) } })
    const ask = { body: {}, headers: key, cookie }
    const untold = await toldBy(stage, async () => {
      expect((await busy.call('POST', `/cycles/${id}/seats`, ask)).body.code).toBe('busy')
    })
    expect(untold).toEqual([])
    const told = await toldBy(stage, () => take(id, cookie, {}, key))
    expect(told.map(({ subject }) => subject)).toEqual([expect.stringContaining(': 2 dates, ')])
  })
})
