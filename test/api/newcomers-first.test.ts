import { beforeAll, describe, expect, it } from 'vitest'
import { endDue } from '../../functions/jobs/end-due/end-due.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { quietly } from '../proof/house.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, date, NOW, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

describe.each(engines)('a workshop that newcomers come to first, on $name', (engine) => {
  let stage: WorkshopStage
  const title = 'Déjouer les arnaques'
  const planned = async (day: string, changes = {}) =>
    (await stage.plan({ date: day, title, ...changes })).body.id as string
  const at = (day: string, hour: string) => instantAt(date(day), time(hour), PARIS)
  const take = (id: string, cookie: string, body: object = {}) =>
    stage.api.call('POST', `/workshops/${id}/seats`, { body, headers: aKey(), cookie })

  beforeAll(async () => {
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
  })

  let came = 0
  /** Who came on Tuesday 24 November; it is now the day after. */
  const whoCame = async (email: string) => {
    const start = 8 + 2 * came++
    const hours = { start: `${String(start).padStart(2, '0')}:00`, end: `${start + 2}:00` }
    const before = await planned('2026-11-24', hours)
    const cookie = await stage.api.signIn(email)
    expect((await take(before, cookie)).status).toBe(201)
    stage.api.clock.now = at('2026-11-25', '09:00')
    return cookie
  }

  it('lets who came before wait until seven days before, then offers what is left in order', async () => {
    const again = await whoCame('again@example.org')
    const id = await planned('2026-12-15', { newcomersFirst: true, seats: 3 })
    expect((await stage.read(id)).body.openToAllFrom).toBe('2026-12-08')
    expect((await take(id, again)).body).toMatchObject({
      ...{ status: 409, code: 'newcomers-first', openToAllFrom: '2026-12-08', waiting: 0, rank: 1 },
    })
    const waits = await stage.wait(id, again)
    expect(waits.body.mine).toEqual({ status: 'waiting', rank: 1, places: 1, notBefore: '2026-12-08' })
    const newcomer = await stage.somebody('Anne')
    expect((await take(id, newcomer)).status).toBe(201)
    const list = await stage.api.call('GET', `/workshops?site=${aSite().id}&from=2026-12-15`)
    expect(list.body.workshops[0]).toMatchObject({ seatsLeft: 2, waiting: 1 })

    stage.api.clock.now = at('2026-12-07', '23:45')
    await quietly(() => endDue(stage.api.deps))
    const late = await stage.api.signIn('again@example.org')
    expect((await stage.read(id, late)).body.mine.status).toBe('waiting')
    stage.api.clock.now = at('2026-12-08', '00:00')
    expect(await quietly(() => endDue(stage.api.deps))).toEqual({ ended: 1, dropped: 0, failed: 0 })
    const then = await stage.api.signIn('again@example.org')
    expect((await stage.read(id, then)).body.mine.status).toBe('offered')
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
    stage.api.clock.now = NOW
  })

  it('takes nobody ahead of who waits on the day on which it opens to all', async () => {
    const again = await whoCame('zoe@example.org')
    const id = await planned('2026-12-17', { newcomersFirst: true, seats: 1 })
    await stage.wait(id, again)
    stage.api.clock.now = at('2026-12-10', '00:00')
    const rival = await stage.api.signIn('rival@example.org')
    expect((await take(id, rival)).body.code).toBe('taken')
    stage.api.clock.now = NOW
  })

  it('is open to all seven days before the day that it moves to, to who waits too', async () => {
    const again = await whoCame('moved@example.org')
    const id = await planned('2026-12-22', { newcomersFirst: true, seats: 2 })
    await stage.wait(id, again)
    const { cookie } = stage.mediator
    const edit = (body: object) => stage.api.call('PATCH', `/workshops/${id}`, { body, cookie })
    expect((await edit({ date: '2026-12-11' })).status).toBe(200)
    expect((await stage.read(id, again)).body.mine).toMatchObject({ notBefore: '2026-12-04' })
    stage.api.clock.now = at('2026-12-04', '00:00')
    await quietly(() => endDue(stage.api.deps))
    const then = await stage.api.signIn('moved@example.org')
    expect((await stage.read(id, then)).body.mine.status).toBe('offered')
    stage.api.clock.now = NOW
  })

  it('lets who waits since it was open to all wait again, when it moves to a later day', async () => {
    const again = await whoCame('later@example.org')
    const id = await planned('2026-12-01', { newcomersFirst: true, seats: 1 })
    await take(id, await stage.somebody('Anne'))
    expect((await stage.wait(id, again)).body.mine).toEqual({ status: 'waiting', rank: 1, places: 1 })
    const { cookie } = stage.mediator
    const edit = (body: object) => stage.api.call('PATCH', `/workshops/${id}`, { body, cookie })
    expect((await edit({ date: '2026-12-29', seats: 2 })).body.waiting).toBe(1)
    expect((await stage.read(id, again)).body.mine).toMatchObject({ rank: 1, notBefore: '2026-12-22' })
    expect((await take(id, await stage.somebody('Zoé'))).status).toBe(201)
    stage.api.clock.now = NOW
  })

  it('is like any other for people known at another title, and without a session nobody learns who came', async () => {
    const again = await whoCame('bis@example.org')
    const other = await planned('2026-12-18', { newcomersFirst: true, title: 'Autre chose' })
    expect((await take(other, again)).status).toBe(201)
    const id = await planned('2026-12-21', { newcomersFirst: true })
    const [, holder] = /session=([^.]+)/.exec(again) ?? []
    const forged = `__Host-restante-session=${holder}.${'0'.repeat(40)}`
    expect((await take(id, forged)).body.code).toBe('signed-out')
    const agent = (await stage.withRole('agent')).cookie
    expect((await take(id, agent, { for: { name: 'Marthe' } })).status).toBe(201)
    stage.api.clock.now = NOW
  })
})
