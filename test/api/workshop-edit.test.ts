import { beforeAll, describe, expect, it } from 'vitest'
import type { BookingId, HolderId } from '../../shared/domain/ids.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aBookingBody, aKey, untilDecided } from '../support/api.ts'
import { aSite, aSpace, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { roundsOf } from '../support/scope.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

describe.each(engines)('changing a workshop on $name', (engine) => {
  let stage: WorkshopStage
  let agent = ''
  const site = aSite().id
  const planned = async (changes: object = {}) => (await stage.plan({ date: aDay(), ...changes })).body.id
  const edit = (id: string, body: object, cookie = stage.mediator.cookie) =>
    stage.api.call('PATCH', `/workshops/${id}`, { body, cookie })
  const seatFor = (id: string, name: string) =>
    stage.api.call('POST', `/workshops/${id}/seats`, {
      body: { for: { name } },
      headers: aKey(),
      cookie: agent,
    })
  const callsOf = async (name: string) => {
    const { body } = await stage.api.call('GET', `/sites/${site}/calls`, { cookie: agent })
    return body.calls.filter(({ holderName }: { holderName: string }) => holderName === name)
  }
  const faultsAfter = async () => (await reconcile(stage.table, site)).faults

  beforeAll(async () => {
    days = 0
    const asked = aSpace({ openings: aWorkshopRoom().openings, approval: { hours: 1 } })
    stage = await aWorkshopStage(engine, [aWorkshopRoom(), asked])
    agent = (await stage.withRole('agent', 'Odile')).cookie
  })

  it('gives it another text, and takes a text away', async () => {
    const id = await planned({ level: 'beginner', description: 'On aide.' })
    const { status, body } = await edit(id, { title: 'Mes photos', level: null, seats: 8 })
    expect([status, body.title, body.level, body.description, body.seats, body.seatsLeft]).toEqual([
      ...[200, 'Mes photos', undefined, 'On aide.', 8, 8],
    ])
    expect((await stage.read(id)).body).toEqual(body)
  })

  it('never cuts off people who have a seat', async () => {
    const id = await planned({ seats: 3 })
    for (const name of ['Jeanne', 'Paul']) await seatFor(id, name)
    const before = await scanAll(stage.table)
    expect((await edit(id, { seats: 1 })).body).toMatchObject({ code: 'seats-taken', taken: 2 })
    expect((await edit(id, { seats: 13 })).body).toMatchObject({ code: 'too-many-places', capacity: 12 })
    expect(await scanAll(stage.table)).toBe(before)
    expect((await edit(id, { seats: 2 })).body.seatsLeft).toBe(0)
    expect((await seatFor(id, 'Marthe')).body.code).toBe('taken')
  })

  it('gives no seat that was taken away while somebody took it', async () => {
    for (let round = 0; round < roundsOf(4); round++) {
      const id = await planned({ seats: 6 })
      const people = await Promise.all(Array.from({ length: 6 }, () => stage.somebody()))
      const taking = people.map((cookie) => {
        const headers = aKey()
        return untilDecided(() => stage.signUp(id, cookie, headers))
      })
      const cutting = [4, 2, 3].map((seats) => untilDecided(() => edit(id, { seats })))
      const taken = (await Promise.all(taking)).filter(({ status }) => status === 201).length
      await Promise.all(cutting)
      const { seats, seatsLeft } = (await stage.read(id)).body
      expect(taken).toBeLessThanOrEqual(seats)
      expect(seats - seatsLeft).toBe(taken)
    }
    expect(await faultsAfter()).toEqual([])
  })

  it('is not written on seats that were taken since they were read', async () => {
    const id = await planned({ seats: 6 })
    const { workshops, now } = stage.api.deps
    const from = (await workshops.findWorkshop(id))?.workshop
    if (!from) throw new Error('it is planned')
    const seatsChanges = await workshops.countSeatsChanges(from)
    for (const name of ['Jeanne', 'Paul']) await seatFor(id, name)
    const to = (changes: object, read: number) => ({
      ...{
        from,
        to: { ...from, ...changes, revision: 1 },
        seatsChanges: read,
        presences: [],
        seats: [],
        told: [],
      },
    })
    const done = { by: from.mediator, action: 'plan-workshops', at: now() } as const
    expect(await workshops.editWorkshop(to({ seats: 2 }, seatsChanges), done)).toBe('changed')
    expect(await workshops.editWorkshop(to({ title: 'Mes photos' }, seatsChanges), done)).toBe('changed')
    const taken = await workshops.countSeatsChanges(from)
    expect(await workshops.editWorkshop(to({ seats: 2 }, taken), done)).toBeUndefined()
    expect(await workshops.editWorkshop(to({ seats: 6 }, taken), done)).toBe('changed')
  })

  it('takes no seat that was decided on more seats than there are', async () => {
    const id = await planned({ seats: 6 })
    const { bookings } = stage.api.deps
    const { body } = await seatFor(id, 'Jeanne')
    const seat = await bookings.findBooking(body.id)
    if (!seat) throw new Error('it is booked')
    await edit(id, { seats: 5 })
    const another = { ...seat, id: 'y'.repeat(20) as BookingId, holder: 'z'.repeat(20) as HolderId }
    expect(await bookings.change([{ to: another }], NOW)).toBe('changed')
    const allocations = seat.allocations.map((each) => ({ ...each, capacity: 5 }))
    expect(await bookings.change([{ to: { ...another, allocations } }], NOW)).toBeUndefined()
  })

  it('gives more seats to those who wait first', async () => {
    const id = await planned({ seats: 1 })
    await seatFor(id, 'Jeanne')
    const waiting = await stage.somebody()
    await stage.wait(id, waiting)
    expect((await edit(id, { seats: 2 })).status).toBe(200)
    expect((await stage.read(id, waiting)).body.mine.status).toBe('offered')
  })

  it('passes to a colleague who is free, with their day, and opens a call to who has no e-mail', async () => {
    const id = await planned()
    await seatFor(id, 'Lucienne')
    const karim = await stage.withRole('mediator', 'Karim')
    const { body } = await edit(id, { mediators: [karim.holder] })
    expect(body.mediatorName).toBe('Karim')
    expect(await callsOf('Lucienne')).toMatchObject([{ news: 'workshop-changed', title: body.title }])
    const same = { date: body.date, start: '14:00', end: '16:00' }
    const own = (cookie: string, start: string) =>
      stage.plan({ ...same, start, end: `${Number(start.slice(0, 2)) + 1}:00` }, cookie)
    expect((await own(karim.cookie, '10:00')).body.code).toBe('holder-busy')
    const calendar = await stage.api.call('GET', '/me/bookings', { cookie: karim.cookie })
    expect(calendar.body.bookings).toHaveLength(1)
    expect(await faultsAfter()).toEqual([])
    // Cancelling frees the room and the hours of the colleague, not of who led it before.
    expect((await stage.cancel(id, 'Grippe', karim.cookie)).status).toBe(200)
    expect(await faultsAfter()).toEqual([])
  })

  it('passes to a colleague whose own request at that hour was never answered', async () => {
    const karim = await stage.withRole('mediator', 'Karim')
    const day = '2026-11-26'
    const id = await planned({ date: day })
    const body = aBookingBody({ date: day, start: '10:00', end: '11:00' })
    const request = await stage.api.call('POST', '/bookings', { body, headers: aKey(), cookie: karim.cookie })
    expect(request.body.status).toBe('requested')
    expect((await edit(id, { mediators: [karim.holder] })).body.code).toBe('holder-busy')
    stage.api.clock.now = instantAt(date('2026-11-25'), time('20:00'), PARIS)
    expect((await edit(id, { mediators: [karim.holder] })).body.mediatorName).toBe('Karim')
    stage.api.clock.now = NOW
    expect(await faultsAfter()).toEqual([])
  })

  it('calls who is offered a seat by the same change for that alone', async () => {
    const id = await planned({ seats: 1 })
    await seatFor(id, 'Ginette')
    const waiting = { body: { for: { name: 'Raymonde' } }, headers: aKey(), cookie: agent }
    await stage.api.call('POST', `/workshops/${id}/waits`, waiting)
    await edit(id, { title: 'Mes photos' })
    expect(await callsOf('Raymonde')).toMatchObject([{ news: 'workshop-changed' }])
    await edit(id, { title: 'Mes films', seats: 2 })
    expect(await callsOf('Raymonde')).toMatchObject([{ news: 'offered', title: 'Mes films' }])
    expect(await callsOf('Raymonde')).toHaveLength(1)
  })

  it('keeps the call that somebody already awaits', async () => {
    const id = await planned()
    await seatFor(id, 'Simone')
    await edit(id, { title: 'Mes photos' })
    await edit(id, { title: 'Mes photos et mes films' })
    const calls = await callsOf('Simone')
    expect(calls).toMatchObject([{ news: 'workshop-changed', title: 'Mes photos et mes films' }])
    expect(calls).toHaveLength(1)
  })

  it('does not pass to a colleague who leads another at that time, nor two swapped at once', async () => {
    const day = aDay()
    const karim = await stage.withRole('mediator', 'Karim')
    const one = await stage.plan({ date: day })
    const other = await stage.plan({ date: day, start: '14:00', end: '16:00' }, karim.cookie)
    expect((await edit(other.body.id, { mediators: [stage.mediator.holder] })).status).toBe(200)
    expect((await edit(other.body.id, { mediators: [karim.holder] })).status).toBe(200)
    const third = await stage.plan({ date: day, start: '16:00', end: '18:00' }, karim.cookie)
    const swapped = await Promise.all([
      untilDecided(() => edit(one.body.id, { mediators: [karim.holder] })),
      untilDecided(() => edit(third.body.id, { mediators: [stage.mediator.holder] })),
    ])
    expect(swapped.map(({ status }) => status)).toEqual([200, 200])
    expect(await faultsAfter()).toEqual([])
  })

  it('lists colleagues of the place, who leads it and who is free, for planners only', async () => {
    const day = aDay()
    const nora = await stage.withRole('mediator', 'Nora')
    const id = (await stage.plan({ date: day })).body.id
    const { body } = await stage.api.call('GET', `/workshops/${id}/colleagues`, {
      cookie: stage.mediator.cookie,
    })
    expect(body.colleagues).toContainEqual({ id: nora.holder, name: 'Nora', leads: false, busy: false })
    expect(body.colleagues.filter(({ leads }: { leads: boolean }) => leads)).toEqual([
      { id: stage.mediator.holder, name: 'Sophie', leads: true, busy: false },
    ])
    const refused = await stage.api.call('GET', `/workshops/${id}/colleagues`, { cookie: agent })
    expect(refused.status).toBe(404)
  })

  it.each([
    ['nothing', {}, 'invalid'],
    ['what only the server sets', { status: 'cancelled' }, 'invalid'],
    ['an empty title', { title: ' ' }, 'invalid'],
    ['no seat', { seats: 0 }, 'invalid'],
    ['half a seat', { seats: 2.5 }, 'invalid'],
    ['an unknown mediator', { mediators: ['z'.repeat(20)] }, 'not-found'],
  ])('is refused with %s, and nothing is written', async (_, body, code) => {
    const id = await planned()
    const before = await scanAll(stage.table)
    expect((await edit(id, body)).body.code).toBe(code)
    expect(await scanAll(stage.table)).toBe(before)
  })

  it('is refused once it is cancelled or has begun, and to people without access', async () => {
    const day = '2026-11-27'
    const id = (await stage.plan({ date: day })).body.id
    const somebody = await stage.somebody()
    expect((await edit(id, { title: 'Autre' }, somebody)).status).toBe(404)
    expect((await edit(id, { title: 'Autre' }, agent)).status).toBe(404)
    stage.api.clock.now = instantAt(date(day), time('10:00'), PARIS)
    expect((await edit(id, { title: 'Autre' })).body.code).toBe('already-started')
    stage.api.clock.now = NOW
    await stage.cancel(id)
    expect((await edit(id, { title: 'Autre' })).body.code).toBe('workshop-cancelled')
    expect((await edit('x'.repeat(20), { title: 'Autre' })).status).toBe(404)
  })
})
