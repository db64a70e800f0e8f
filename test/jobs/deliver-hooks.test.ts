import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { outside } from '../../functions/http/outside.ts'
import { tellTools } from '../../functions/jobs/tell-tools/tell-tools.ts'
import { anAssociation } from '../support/associations.ts'
import { engines } from '../support/engine.ts'
import { aHookStage, ELSEWHERE, type HookStage, MONTMIRAIL } from '../support/hooks.ts'
import { aReceiver } from '../support/receiver.ts'

const DAY = 24 * 60

describe.each(engines)('a linked tool on $name', (engine) => {
  let stage: HookStage
  beforeEach(async () => {
    stage = await aHookStage(engine)
  })
  afterEach(() => stage.receiver.close())

  const types = () => stage.receiver.events().map(({ type }) => type)
  const deliveries = async (hook: string, scope = 'departement:51') =>
    (await stage.call(stage.inCharge.cookie, 'GET', `/hooks/${scope}/${hook}/deliveries`)).body

  it('hears of each booking of its département, signed, in its states, and of no person', async () => {
    await stage.link()
    const { id, cookie } = await stage.book()
    await stage.note()
    await stage.call(cookie, 'PATCH', `/bookings/${id}`, { start: '09:00', end: '11:00' })
    await stage.note()
    await stage.call(cookie, 'DELETE', `/bookings/${id}`)
    await stage.note()
    await stage.book({ site: ELSEWHERE.site })
    await stage.note()
    expect(await stage.deliver()).toEqual({ delivered: 3, failed: 0, faults: 0 })
    // They come in any order: the revision tells which is the latest.
    expect(types().sort()).toEqual(['booking.cancelled', 'booking.made', 'booking.moved'])
    expect(stage.receiver.events().find(({ type }) => type === 'booking.moved')).toEqual({
      type: 'booking.moved',
      version: 1,
      timestamp: '2026-11-21T09:00:00.000Z',
      data: {
        ...{ id, revision: 1, status: 'confirmed', site: '09410A', space: 'bureau' },
        ...{ date: '2026-11-24', start: '09:00', end: '11:00', timeZone: 'Europe/Paris' },
        ...{ use: 'desk', places: 1 },
      },
    })
  })

  it('hears nothing twice when the stream delivers twice, nor anything of an unsubscribed topic', async () => {
    await stage.link({ topics: ['closure'] })
    await stage.link({ topics: ['booking'] })
    await stage.book()
    const changes = await stage.changes()
    const tell = tellTools({ hooks: stage.api.deps })
    await tell(changes)
    await tell(changes)
    await stage.deliver()
    await stage.deliver()
    expect(stage.receiver.told.ids).toHaveLength(1)
  })

  it('hears of a closure, of the bookings that it ends, and of its end', async () => {
    const manager = await stage.withRole({ role: 'manager', scope: MONTMIRAIL })
    await stage.link({ scope: MONTMIRAIL, by: manager.cookie })
    await stage.book()
    await stage.note()
    const closure = { from: '2026-11-24', start: '08:00', end: '12:00', kind: 'unexpected', reason: 'Fuite' }
    const { body } = await stage.call(manager.cookie, 'POST', '/sites/09410A/closures', closure)
    await stage.note()
    await stage.call(manager.cookie, 'DELETE', `/sites/09410A/closures/${body.id}`)
    await stage.note()
    await stage.deliver()
    expect(types().toSorted()).toEqual([
      'booking.cancelled',
      'booking.made',
      'closure.announced',
      'closure.lifted',
    ])
    const revisions = stage.receiver
      .events()
      .filter(({ type }) => type.startsWith('closure'))
      .map(({ data }) => data.revision)
    expect(revisions.toSorted()).toEqual([0, 1])
  })

  it('gets everything after a day of being down, by itself or by a replay', async () => {
    const { body: hook } = await stage.link()
    stage.receiver.told.answer = 503
    for (const start of ['08:00', '09:00', '10:00'])
      await stage.book({ start, end: `${Number(start.slice(0, 2)) + 1}:00`.padStart(5, '0') })
    await stage.note()
    for (let minutes = 0; minutes < DAY; minutes += 60) {
      await stage.deliver()
      stage.pass(60)
    }
    expect(stage.receiver.received.size).toBe(0)
    const down = await deliveries(hook.id)
    expect(down.hook.failingSince).toBe('2026-11-21T09:00:00.000Z')
    expect(down.deliveries).toHaveLength(3)
    expect(down.deliveries[0]).toMatchObject({ state: 'waiting', answer: '503' })

    stage.receiver.told.answer = 204
    await stage.deliver()
    const path = `/hooks/departement:51/${hook.id}/replays`
    const replayed = await stage.call(stage.inCharge.cookie, 'POST', path, {})
    expect(replayed.body.isWhole).toBe(true)
    await stage.deliver()
    expect(stage.receiver.received.size).toBe(3)
    const up = await deliveries(hook.id)
    expect(up.hook.failingSince).toBeUndefined()
    expect(up.deliveries.map(({ state }: { state: string }) => state)).toEqual(Array(3).fill('delivered'))
  })

  it('gets an event for three days, then finds it set aside and itself paused', async () => {
    const { body: hook } = await stage.link()
    stage.receiver.told.answer = 500
    await stage.book()
    await stage.note()
    for (let hours = 0; hours <= 82; hours += 2) {
      await stage.deliver()
      stage.pass(120)
    }
    expect(stage.receiver.told.ids.length).toBeGreaterThan(8)
    const { hook: paused, deliveries: all } = await deliveries(hook.id)
    expect(all[0].state).toBe('set-aside')
    expect(paused).toMatchObject({ pause: 'failing', pausedAt: expect.any(String) })
  })

  it('is paused at once when it says that it is gone, and gets what happened since when it is resumed', async () => {
    const { body: hook } = await stage.link()
    stage.receiver.told.answer = 410
    await stage.book()
    await stage.note()
    await stage.deliver()
    stage.receiver.told.answer = 200
    await stage.book({ start: '10:00', end: '12:00' })
    await stage.note()
    stage.pass(60)
    expect(await stage.deliver()).toEqual({ delivered: 0, failed: 0, faults: 0 })
    expect((await deliveries(hook.id)).hook.pause).toBe('gone')
    await stage.call(stage.inCharge.cookie, 'DELETE', `/hooks/departement:51/${hook.id}/pause`)
    expect(await stage.deliver()).toEqual({ delivered: 2, failed: 0, faults: 0 })
  })

  it('is told at most two events at once, and one that is dead delays no other', async () => {
    const dead = await aReceiver()
    const { body } = await stage.link({ url: dead.url })
    dead.told.secret = body.secret
    dead.told.answer = undefined
    await stage.link()
    for (const day of [23, 24, 25, 26, 27, 28, 30]) await stage.book({ date: `2026-11-${day}` })
    await stage.note()
    const impatient = outside({ loopback: true, limitMs: 500 })
    expect(await stage.deliver({ outside: impatient })).toMatchObject({ delivered: 7, faults: 0 })
    expect(stage.receiver.told.mostAtOnce).toBeLessThanOrEqual(2)
    expect(dead.told.mostAtOnce).toBeLessThanOrEqual(2)
    expect(dead.told.ids.length).toBeLessThan(7)
    await dead.close()
  })

  it.each(['removed', 'paused'])(
    'is told no more as soon as it is %s, in the middle of a run',
    async (how) => {
      const { body: hook } = await stage.link()
      for (const day of [23, 24, 25, 26, 27, 28]) await stage.book({ date: `2026-11-${day}` })
      await stage.note()
      const [stored] = await stage.api.deps.hooks.listAllHooks()
      let asked = 0
      const ends: typeof stage.api.deps.outside = async (request) => {
        asked += 1
        if (asked === 2 && how === 'removed')
          await stage.call(stage.inCharge.cookie, 'DELETE', `/hooks/departement:51/${hook.id}`)
        if (asked === 2 && how === 'paused' && stored)
          await stage.api.deps.hooks.pause(stored, 'gone', stage.api.clock.now)
        return stage.api.deps.outside(request)
      }
      await stage.deliver({ outside: ends })
      // One more may be on its way.
      expect(asked).toBeLessThanOrEqual(3)
    },
  )

  it('goes on when something arrives just before it would be paused', async () => {
    await stage.link()
    const { hooks } = stage.api.deps
    const find = async () => (await hooks.listAllHooks())[0]
    const linked = await find()
    if (!linked) throw new Error('no hook')
    await hooks.noteFailing(linked, stage.api.clock.now)
    const failing = await find()
    await hooks.noteReached(linked)
    if (failing) await hooks.pause(failing, 'failing', stage.api.clock.now)
    expect((await find())?.pausedAt).toBeUndefined()
  })

  it('is verified by either secret for a day after the secret was replaced', async () => {
    const { body: hook } = await stage.link()
    const path = `/hooks/departement:51/${hook.id}/secret`
    const { body: next } = await stage.call(stage.inCharge.cookie, 'PUT', path, { number: 2 })
    expect(next.secret).not.toBe(hook.secret)
    await stage.book()
    await stage.note()
    await stage.deliver()
    expect(stage.receiver.received.size).toBe(1)
    stage.receiver.told.secret = next.secret
    await stage.book({ start: '10:00', end: '12:00' })
    await stage.note()
    await stage.deliver()
    expect(stage.receiver.received.size).toBe(2)
    stage.pass(DAY + 1)
    stage.receiver.told.secret = hook.secret
    await stage.book({ date: '2026-11-25' })
    await stage.note()
    await stage.deliver()
    expect(stage.receiver.received.size).toBe(2)
  })

  it('is not asked where its name leads to a private address, which its deliveries say', async () => {
    const { body: hook } = await stage.link({ url: 'https://hooks.example/events' })
    await stage.book()
    await stage.note()
    const resolve = async () => [{ address: '169.254.169.254', family: 4 }]
    await stage.deliver({ outside: outside({ resolve }) })
    const { deliveries: all } = await deliveries(hook.id)
    expect(all).toMatchObject([{ state: 'waiting', answer: 'private-address', tries: 1 }])
  })

  it('of an association hears of its bookings only, wherever they are', async () => {
    const { id, lead } = await anAssociation(stage.api)
    await stage.link({
      scope: { kind: 'association', association: id },
      by: lead.cookie,
      topics: ['booking'],
    })
    await stage.book()
    await stage.call(lead.cookie, 'POST', '/bookings', {
      ...{ site: '01073A', space: 'bureau', date: '2026-11-24', start: '08:00', end: '10:00' },
      ...{ use: 'desk', as: id },
    })
    await stage.note()
    await stage.deliver()
    expect(stage.receiver.events().map(({ data }) => data.site)).toEqual(['01073A'])
  })

  it('costs a network without hooks one small read a batch, and nothing else', async () => {
    await stage.book()
    const changes = await stage.changes()
    const reads: string[] = []
    const counting = {
      readVersion: async () => {
        reads.push('version')
        return 0
      },
      listAllHooks: async () => Promise.reject(new Error('read for nothing')),
    }
    const sites = { findLocation: () => Promise.reject(new Error('read for nothing')) }
    const result = await tellTools({ hooks: { ...stage.api.deps, hooks: counting, sites } })(changes)
    expect([reads, result.batchItemFailures]).toEqual([['version'], []])
  })
})
