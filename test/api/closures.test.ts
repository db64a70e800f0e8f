import { beforeEach, describe, expect, it } from 'vitest'
import { addMinutes } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey } from '../support/api.ts'
import { aSite, date, MONDAY_EVENING, NOW } from '../support/builders.ts'
import { aClosureStage, type ClosureStage, lentFloor, NEAR } from '../support/closures.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'

describe.each(engines)('a closure on $name', (engine) => {
  let stage: ClosureStage
  beforeEach(async () => {
    stage = await aClosureStage(engine)
  })
  const faults = async () => (await reconcile(stage.table, aSite().id)).faults

  it('ends the bookings there with its reason, and lists whom to tell', async () => {
    const { cookie, holder } = await stage.somebody()
    const { body: booking } = await stage.book(cookie)
    const { body: later } = await stage.book(cookie, { date: '2026-11-25' })
    const { status, body } = await stage.close()
    expect(status).toBe(201)
    expect(body).toMatchObject({
      state: 'closed',
      from: '2026-11-24',
      to: '2026-11-24',
      start: '00:00',
      end: '24:00',
    })
    expect(body.bookings).toEqual([
      {
        ...{ id: booking.id, reference: booking.reference, date: '2026-11-24', start: '08:00', end: '12:00' },
        ...{ use: 'desk', places: 1, space: { id: 'bureau', name: 'bureau' }, holder, holderName: 'Camille' },
        hasEmail: true,
        outcome: 'cancelled',
      },
    ])
    expect(await stage.read(cookie, booking.id)).toMatchObject({
      status: 'cancelled',
      cause: 'closure',
      note: 'Fuite d’eau',
    })
    expect((await stage.read(cookie, later.id)).status).toBe('confirmed')
    expect((await stage.report(body.id)).body).toEqual(body)
    expect(await faults()).toEqual([])
  })

  it('makes bookings, moves and series there refused with its reason, and nothing free', async () => {
    const { cookie } = await stage.somebody()
    const { body: booking } = await stage.book(cookie, { date: '2026-11-25' })
    await stage.close({ start: '10:00' })
    const closed = { code: 'closed', status: 409, reason: 'Fuite d’eau' }
    expect((await stage.book(cookie)).body).toMatchObject(closed)
    expect((await stage.book(cookie, { end: '10:00' })).status).toBe(201)
    const move = { body: { date: '2026-11-24', start: '14:00', end: '15:00' }, cookie }
    expect((await stage.api.call('PATCH', `/bookings/${booking.id}`, move)).body).toMatchObject(closed)
    const series = {
      site: '09410A',
      space: 'bureau',
      from: '2026-11-24',
      start: '15:00',
      end: '16:00',
      use: 'desk',
    }
    const repeated = await stage.api.call('POST', '/series', {
      body: { ...series, rule: 'FREQ=DAILY;COUNT=2', mode: 'possible' },
      headers: aKey(),
      cookie,
    })
    expect(repeated.body.dates).toMatchObject([
      { refusal: 'closed', reason: 'Fuite d’eau' },
      { status: 'confirmed' },
    ])
    expect(await stage.freeOn('2026-11-24')).toMatchObject({
      open: [['08:00', '10:00']],
      free: [{ start: '08:00', end: '10:00', places: 1 }],
    })
  })

  it('is public without any name until it is over', async () => {
    const { cookie } = await stage.somebody()
    await stage.book(cookie)
    const { body } = await stage.close()
    const shown = {
      ...{ id: body.id, from: '2026-11-24', to: '2026-11-24', start: '00:00', end: '24:00' },
      reason: 'Fuite d’eau',
    }
    expect(await stage.list()).toEqual([{ ...shown, state: 'closed' }])
    expect((await stage.api.call('GET', '/sites/09410A')).body.closures).toEqual([shown])
    stage.api.clock.now = (NOW + 4 * 86_400_000) as typeof NOW
    expect(await stage.list()).toEqual([])
    expect((await stage.report(body.id)).body.bookings).toHaveLength(1)
  })

  it('starts now when it starts today, and ends bookings that have started', async () => {
    const { cookie } = await stage.somebody()
    const early = await stage.book(cookie, { date: '2026-11-21', start: '10:00', end: '12:00' })
    stage.api.clock.now = (NOW + 65 * 60_000) as typeof NOW
    const { body } = await stage.close({ from: '2026-11-21' })
    expect(body).toMatchObject({ start: '11:00', bookings: [{ id: early.body.id, outcome: 'cancelled' }] })
    expect(await faults()).toEqual([])
  })

  it('may name spaces, and leaves the others open', async () => {
    stage = await aClosureStage(engine, {
      here: [lentFloor('a', 2), lentFloor('b', 2), lentFloor('tout', 4, ['a', 'b'])],
    })
    const people = [await stage.somebody(), await stage.somebody(), await stage.somebody()]
    const [a, b, all] = await Promise.all([
      stage.book(people[0]?.cookie ?? '', { space: 'a' }),
      stage.book(people[1]?.cookie ?? '', { space: 'b', places: 2 }),
      stage.book(people[2]?.cookie ?? '', { space: 'tout', use: 'room', date: '2026-11-25' }),
    ])
    const { body } = await stage.close({ to: '2026-11-25', spaces: ['a'] })
    expect(body.spaces).toEqual(['a'])
    expect(body.bookings.map(({ id }: { id: string }) => id)).toEqual([a.body.id, all.body.id])
    expect((await stage.read(people[1]?.cookie ?? '', b.body.id)).status).toBe('confirmed')
    expect((await stage.freeOn('2026-11-25', 'b')).free).toMatchObject([{ places: 2 }])
    expect((await stage.freeOn('2026-11-25', 'a')).open).toEqual([])
    expect(await faults()).toEqual([])
  })

  it('leaves bookings in place beside an expired hold', async () => {
    stage = await aClosureStage(engine, {
      here: [
        lentFloor('tout', 4, ['a', 'b']),
        lentFloor('a', 2),
        { ...lentFloor('b', 2), approval: { hours: 1 } },
      ],
    })
    const [one, other] = [await stage.somebody(), await stage.somebody()]
    expect((await stage.book(one.cookie, { space: 'b', places: 2 })).body.status).toBe('requested')
    stage.api.clock.now = MONDAY_EVENING
    const { body: booking } = await stage.book(other.cookie, { space: 'tout', places: 2 })
    expect((await stage.close({ spaces: ['a'] })).body.bookings).toEqual([])
    expect((await stage.read(other.cookie, booking.id)).status).toBe('confirmed')
    expect(await faults()).toEqual([])
  })

  it('lists people who have already come, and takes nothing from them', async () => {
    const checkIn = { opensMinutes: 30, closesMinutes: 30, releases: false }
    stage = await aClosureStage(engine, { here: [{ ...lentFloor('bureau', 2), checkIn }] })
    const { cookie } = await stage.somebody()
    const { body: booking } = await stage.book(cookie)
    stage.api.clock.now = addMinutes(NOW, 3 * 24 * 60 - 120)
    await stage.api.call('POST', `/bookings/${booking.id}/check-in`, { cookie })
    stage.api.clock.now = addMinutes(NOW, 3 * 24 * 60 + 110)
    const { body } = await stage.close()
    expect(body).toMatchObject({ state: 'closed', bookings: [{ id: booking.id, outcome: 'standing' }] })
    expect((await stage.read(cookie, booking.id)).status).toBe('attended')
    expect(await faults()).toEqual([])
  })

  it('is reopened date by date, once, and ended bookings stay ended', async () => {
    const { cookie } = await stage.somebody()
    const { body: booking } = await stage.book(cookie)
    const { body } = await stage.close({ to: '2026-11-26' })
    const reopened = await stage.reopen(body.id)
    expect(reopened).toMatchObject({
      status: 200,
      body: { state: 'reopened', bookings: [{ id: booking.id }] },
    })
    expect((await stage.reopen(body.id)).body).toEqual(reopened.body)
    expect(await stage.list()).toEqual([])
    expect((await stage.read(cookie, booking.id)).status).toBe('cancelled')
    expect((await stage.book(cookie)).status).toBe(201)
    expect((await stage.freeOn('2026-11-26')).free).toMatchObject([{ places: 2 }])
    expect(await faults()).toEqual([])
  })

  it('happens twice when two people close at once, and reopening one leaves the other', async () => {
    const { cookie } = await stage.somebody()
    await stage.book(cookie)
    const [one, other] = await Promise.all([stage.close(), stage.close({ reason: 'Grève' })])
    expect([one.body.state, other.body.state]).toEqual(['closed', 'closed'])
    expect(one.body.bookings.length + other.body.bookings.length).toBeGreaterThan(0)
    await stage.reopen(one.body.id)
    expect((await stage.book(cookie)).body).toMatchObject({ code: 'closed', reason: 'Grève' })
    expect(await faults()).toEqual([])
    await stage.reopen(other.body.id)
    expect((await stage.book(cookie)).status).toBe(201)
    expect(await faults()).toEqual([])
  })

  it('under the same key is the same closure, and another request under the key is refused', async () => {
    const key = aKey()
    const { body } = await stage.close({}, key)
    expect((await stage.close({}, key)).body).toEqual(body)
    expect(await stage.list()).toHaveLength(1)
    expect((await stage.close({ reason: 'Autre chose' }, key)).body.code).toBe('key-reused')
    expect(await faults()).toEqual([])
  })

  it('offers units that it gives back to people who wait', async () => {
    const { holder } = await stage.somebody()
    const { body } = await stage.close()
    const wait = {
      ...{ id: 'w'.repeat(20), holder, sites: [aSite().id], date: date('2026-11-24'), start: 32, end: 48 },
      ...{ quarters: 16, use: 'desk', places: 1, channel: 'web', askedAt: NOW, ticket: 0, status: 'waiting' },
    } as const
    await stage.api.deps.waitlist.addEntry({ wait, requestHash: '-' } as never)
    await stage.reopen(body.id)
    expect((await stage.api.deps.waitlist.findEntry(wait.id as never))?.status).toBe('offered')
    expect(await faults()).toEqual([])
  })

  it.each([
    ['an empty reason', { reason: '   ' }, 'invalid'],
    ['a reason of two lines', { reason: 'Fuite\nd’eau' }, 'invalid'],
    ['a reason that turns its letters around', { reason: 'Fuite \u202e d’eau' }, 'invalid'],
    ['a reason that cannot be seen', { reason: '\u200d\u200d\u200d' }, 'invalid'],
    ['a reason that never ends', { reason: 'a'.repeat(201) }, 'invalid'],
    ['an end before the start', { from: '2026-11-26', to: '2026-11-25' }, 'invalid'],
    ['hours the wrong way round', { start: '12:00', end: '10:00' }, 'invalid'],
    ['no space at all', { spaces: [] }, 'invalid'],
    ['what the server sets', { state: 'closed' }, 'invalid'],
    ['a space that is not there', { spaces: ['cave'] }, 'unknown-space'],
    ['yesterday', { from: '2026-11-20' }, 'past'],
    ['a plan without notice', { kind: 'planned' }, 'notice-too-short'],
    ['a surprise of a month', { to: '2026-12-24' }, 'closure-too-long'],
    ['a plan of years', { kind: 'planned', from: '2026-12-01', to: '2028-12-01' }, 'closure-too-long'],
  ])('is refused with %s, and changes nothing', async (_, changes, code) => {
    const before = await scanAll(stage.table)
    const { status, body } = await stage.close(changes)
    expect({ status, code: body.code }).toEqual({ status: 422, code })
    expect(await scanAll(stage.table)).toEqual(before)
  })

  it('is for people who may close there, and does not exist for others', async () => {
    const stranger = await stage.somebody()
    const elsewhere = await stage.somebody()
    await stage.api.deps.grants.give(elsewhere.holder, { role: 'manager', scope: atSite(NEAR.id) })
    const mediator = await stage.somebody()
    await stage.api.deps.grants.give(mediator.holder, { role: 'mediator', scope: atSite(aSite().id) })
    const { body } = await stage.close()
    const before = await scanAll(stage.table)
    for (const { cookie } of [stranger, elsewhere, mediator]) {
      const answers = [
        await stage.close({}, aKey(), { cookie }),
        await stage.report(body.id, cookie),
        await stage.reopen(body.id, cookie),
      ]
      expect(answers.map((each) => [each.status, each.body.code])).toEqual(Array(3).fill([404, 'not-found']))
    }
    expect(await scanAll(stage.table)).toEqual(before)
    expect((await stage.report('z'.repeat(20))).status).toBe(404)
    const agent = await stage.somebody()
    await stage.api.deps.grants.give(agent.holder, { role: 'agent', scope: atSite(aSite().id) })
    expect((await stage.reopen(body.id, agent.cookie)).body.state).toBe('reopened')
  })
})
