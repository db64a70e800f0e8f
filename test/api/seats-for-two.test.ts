import { beforeAll, describe, expect, it } from 'vitest'
import { forgetHolder } from '../../functions/use-cases/forget-holder.ts'
import { addMinutes } from '../../shared/domain/instant.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { holderIn } from '../support/waitlist-entry.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

const TWO = { places: 2, guest: 'Paul' }

describe.each(engines)('two seats together on $name', (engine) => {
  let stage: WorkshopStage
  const planned = async (seats: number) => (await stage.plan({ date: aDay(), seats })).body.id as string
  const post = (path: string, cookie: string, body: object = {}, headers = aKey()) =>
    stage.api.call('POST', path, { body, headers, cookie })
  const take = (id: string, cookie: string, body?: object, headers = aKey()) =>
    post(`/workshops/${id}/seats`, cookie, body, headers)
  /** Each request is a little later than the last. */
  const wait = (id: string, cookie: string, body?: object) => {
    stage.api.clock.now = addMinutes(stage.api.clock.now, 0.01)
    return post(`/workshops/${id}/waits`, cookie, body)
  }
  const mine = async (id: string, cookie: string) => (await stage.read(id, cookie)).body.mine

  beforeAll(async () => {
    days = 0
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
  })

  it('are one booking, with the first name of who comes along, and both come back when it is cancelled', async () => {
    const [id, cookie, key] = [await planned(6), await stage.somebody('Jeanne'), aKey()]
    const { status, body } = await take(id, cookie, TWO, key)
    expect([status, body]).toMatchObject([201, { holderName: 'Jeanne', ...TWO }])
    expect((await take(id, cookie, TWO, key)).body.id).toBe(body.id)
    expect((await take(id, cookie, { places: 2, guest: 'Luc' }, key)).body.code).toBe('key-reused')
    expect((await stage.read(id, cookie)).body).toMatchObject({
      seatsLeft: 4,
      mine: { status: 'confirmed', ...TWO },
    })
    const day = (await stage.read(id)).body.date
    const path = `/sites/${aSite().id}/planning?from=${day}&days=1`
    const planning = await stage.api.call('GET', path, { cookie: stage.mediator.cookie })
    expect(planning.body.bookings[0].workshop).toMatchObject({ taken: 2, people: [TWO] })
    const calendar = await stage.api.call('GET', `/bookings/${body.id}/calendar.ics`, { cookie })
    expect(calendar.body.replaceAll('\r\n ', '')).toContain('2 places : vous et Paul')
    await stage.leave(body.id, cookie)
    expect((await stage.read(id)).body.seatsLeft).toBe(6)
  })

  it('are refused with how many are left, or with how many there are', async () => {
    const id = await planned(2)
    await take(id, await stage.somebody())
    const cookie = await stage.somebody()
    expect((await take(id, cookie, TWO)).body).toMatchObject({ code: 'taken', placesLeft: 1, rank: 1 })
    const small = await planned(1)
    const before = await scanAll(stage.table)
    for (const call of [take, wait])
      expect((await call(small, cookie, TWO)).body).toMatchObject({ code: 'too-many-places', capacity: 1 })
    for (const places of [0, 3, 1.5, '2'])
      for (const call of [take, wait]) expect((await call(id, cookie, { places })).body.code).toBe('invalid')
    expect((await take(id, cookie, { guest: ' ' })).body.code).toBe('invalid')
    expect((await scanAll(stage.table)) === before).toBe(true)
  })

  it('are offered together, and one seat that is free goes to the next person', async () => {
    const id = await planned(2)
    const [one, two] = [await stage.somebody(), await stage.somebody()]
    const seats = [(await take(id, one)).body.id, (await take(id, two)).body.id]
    const [pair, single] = [await stage.somebody('Jeanne'), await stage.somebody()]
    expect((await wait(id, pair, TWO)).body.mine).toEqual({ status: 'waiting', rank: 1, ...TWO })
    expect((await wait(id, single)).body.mine).toEqual({ status: 'waiting', rank: 2, places: 1 })
    await stage.leave(seats[0], one)
    expect(await mine(id, single)).toMatchObject({ status: 'offered' })
    expect(await mine(id, pair)).toMatchObject({ status: 'waiting', rank: 1 })
    await stage.leave(seats[1], two)
    expect(await mine(id, pair)).toMatchObject({ status: 'waiting', rank: 1 })
    const list = await stage.api.call(
      'GET',
      `/workshops?site=${aSite().id}&from=${(await stage.read(id)).body.date}`,
    )
    expect(list.body.workshops[0]).toMatchObject({ seatsLeft: 1, waiting: 1 })
    await stage.leave((await mine(id, single)).booking, single)
    expect(await mine(id, pair)).toMatchObject({ status: 'offered', ...TWO })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('may become one, or one two, without losing the rank', async () => {
    const id = await planned(2)
    const [one, two] = [await stage.somebody(), await stage.somebody()]
    const seat = (await take(id, one)).body.id
    await take(id, two)
    const [first, second] = [await stage.somebody(), await stage.somebody()]
    await wait(id, first, TWO)
    await wait(id, second)
    expect((await wait(id, first)).body.mine).toEqual({ status: 'waiting', rank: 1, places: 1 })
    expect((await wait(id, second, TWO)).body.mine).toEqual({ status: 'waiting', rank: 2, ...TWO })
    await stage.leave(seat, one)
    expect(await mine(id, first)).toMatchObject({ status: 'offered', places: 1 })
    expect(await mine(id, second)).toMatchObject({ status: 'waiting', rank: 1 })
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('are booked by staff too, who note who sent the person; only staff read it', async () => {
    const [id, agent] = [await planned(6), (await stage.withRole('agent')).cookie]
    const body = { for: { name: 'Marthe' }, ...TWO, sentBy: 'France Travail' }
    const booked = await take(id, agent, body)
    expect([booked.status, booked.body.sentBy]).toEqual([201, undefined])
    const day = (await stage.read(id)).body.date
    const path = `/sites/${aSite().id}/planning?from=${day}&days=1`
    const planning = await stage.api.call('GET', path, { cookie: agent })
    expect(planning.body.bookings[0].workshop.people).toMatchObject([
      { holderName: 'Marthe', ...TWO, sentBy: 'France Travail' },
    ])
    const alone = await take(id, await stage.somebody(), { sentBy: 'CCAS' })
    expect(alone.body).toMatchObject({ code: 'invalid', errors: [{ pointer: '/sentBy' }] })
  })

  it('for somebody else need no second seat', async () => {
    const [id, daughter] = [await planned(6), await stage.somebody('Claire')]
    expect((await take(id, daughter, { guest: 'Odette' })).body).toMatchObject({ places: 1, guest: 'Odette' })
    expect(await mine(id, daughter)).toMatchObject({ places: 1, guest: 'Odette' })
    expect((await stage.read(id)).body.seatsLeft).toBe(5)
  })

  it('keep no name of who comes along once the person who booked is forgotten', async () => {
    const [id, cookie] = [await planned(2), await stage.somebody('Yvonne')]
    expect((await take(id, cookie, { places: 2, guest: 'Wilfried' })).status).toBe(201)
    const full = await planned(1)
    await take(full, await stage.somebody())
    expect((await wait(full, cookie, { places: 1, guest: 'Wilhelmine' })).status).toBe(201)
    const names = ['Wilfried', 'Wilhelmine', 'Yvonne']
    const kept = async () => {
      const all = await scanAll(stage.table)
      return names.filter((name) => all.includes(name))
    }
    expect(await kept()).toEqual(names)
    await forgetHolder(holderIn(cookie), () => false, stage.api.deps)
    expect(await kept()).toEqual([])
  })
})
