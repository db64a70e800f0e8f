import { beforeAll, describe, expect, it } from 'vitest'
import type { Instant } from '../../shared/domain/instant.ts'
import { instantAt } from '../../shared/domain/instant.ts'
import { atSite } from '../../shared/domain/rights.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite, date, PARIS, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { toldBy } from '../support/told.ts'
import { aWorkshopRoom, aWorkshopStage, type WorkshopStage } from '../support/workshops.ts'

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

const TWO = { places: 2, guest: 'Paul' }

describe.each(engines)('one of two seats given back on $name', (engine) => {
  let stage: WorkshopStage
  const planned = async (seats = 2) => (await stage.plan({ date: aDay(), seats })).body.id as string
  const take = async (id: string, cookie: string, body: object = TWO) =>
    (await stage.api.call('POST', `/workshops/${id}/seats`, { body, headers: aKey(), cookie })).body
  const comes = (booking: string, cookie: string, body: object = { places: 1 }) =>
    stage.api.call('PUT', `/bookings/${booking}/party`, { body, cookie })
  const mine = async (id: string, cookie: string) => (await stage.read(id, cookie)).body.mine

  beforeAll(async () => {
    days = 0
    stage = await aWorkshopStage(engine, [aWorkshopRoom()])
  })

  it('leaves the other one booked, goes to who waits, and is told; again changes nothing', async () => {
    const [id, pair, single] = [await planned(), await stage.somebody('Jeanne'), await stage.somebody()]
    const { id: booking } = await take(id, pair)
    await stage.wait(id, single)
    const told = await toldBy(stage, async () => {
      const { status, body } = await comes(booking, pair)
      expect([status, body]).toMatchObject([200, { status: 'confirmed', places: 1, holderName: 'Jeanne' }])
      expect(body.guest).toBeUndefined()
    })
    expect(told.map(({ subject }) => subject.split(' : ')[0]).sort()).toEqual([
      'Une place est libre pour vous',
      'Une place est rendue',
    ])
    expect(await mine(id, single)).toMatchObject({ status: 'offered' })
    expect(await mine(id, pair)).toMatchObject({ status: 'confirmed', places: 1 })
    const before = await scanAll(stage.table)
    expect((await comes(booking, pair)).body).toMatchObject({ status: 'confirmed', places: 1 })
    expect(await scanAll(stage.table)).toBe(before)
    const other = await comes(booking, pair, { places: 1, guest: 'Paul' })
    expect([other.status, other.body.code]).toEqual([409, 'one-seat'])
    expect((await reconcile(stage.table, aSite().id)).faults).toEqual([])
  })

  it('is free where nobody waits, and the one who comes along may come alone', async () => {
    const [id, pair] = [await planned(), await stage.somebody('Jeanne')]
    const { id: booking } = await take(id, pair)
    expect((await comes(booking, pair, { places: 1, guest: 'Paul' })).body).toMatchObject({
      ...{ places: 1, guest: 'Paul', holderName: 'Jeanne' },
    })
    expect((await stage.read(id)).body.seatsLeft).toBe(1)
    await stage.leave(booking, pair)
    expect((await stage.read(id)).body.seatsLeft).toBe(2)
  })

  it('is given back by staff at their word, with an entry in the trail and no call', async () => {
    const [id, agent] = [await planned(), await stage.withRole('agent', 'Odile')]
    const { id: booking } = await take(id, agent.cookie, { ...TWO, for: { name: 'Marthe' } })
    expect((await comes(booking, agent.cookie)).status).toBe(200)
    const span = { from: 0 as Instant, to: 9e14 as Instant, most: 99 }
    const acts = await stage.api.deps.auditEntries.listAuditEntries(atSite(aSite().id), span)
    expect(
      acts
        .filter(({ about }) => about === booking)
        .map(({ effect }) => effect)
        .sort(),
    ).toEqual(['booked', 'seat-returned'])
    const calls = await stage.api.call('GET', `/sites/${aSite().id}/calls`, { cookie: agent.cookie })
    expect(calls.body.calls).toEqual([])
  })

  it('is refused to others, for one seat, for an offer, once it is cancelled or has begun, and on bad input', async () => {
    const [id, pair] = [await planned(3), await stage.api.signIn('couple@example.org')]
    const { id: booking } = await take(id, pair)
    const code = async (...asked: Parameters<typeof comes>) => (await comes(...asked)).body.code
    expect(await code(booking, await stage.somebody())).toBe('not-found')
    expect(await code(booking, '')).toBe('signed-out')
    for (const body of [{}, { places: 2 }, { places: 0 }, { places: 1, guest: ' ' }, { places: 1, more: 1 }])
      expect(await code(booking, pair, body)).toBe('invalid')
    const single = await take(id, await stage.somebody('Luc'), {})
    const luc = await stage.somebody('Luc')
    expect(await code(single.id, luc)).toBe('not-found')
    const alone = await stage.somebody()
    const full = await planned()
    const first = await take(full, await stage.somebody(), TWO)
    await stage.api.call('POST', `/workshops/${full}/waits`, { body: TWO, cookie: alone, headers: aKey() })
    await stage.api.call('DELETE', `/bookings/${first.id}`, {
      cookie: (await stage.withRole('agent')).cookie,
    })
    const offered = await mine(full, alone)
    expect([offered.status, await code(offered.booking, alone)]).toEqual(['offered', 'not-confirmed'])
    await stage.leave(offered.booking, alone)
    expect(await code(offered.booking, alone)).toBe('cancelled')
    const { date: day } = (await stage.read(id)).body
    stage.api.clock.now = instantAt(date(day), time('10:00'), PARIS)
    expect(await code(booking, await stage.api.signIn('couple@example.org'))).toBe('already-started')
  })

  it('goes to one person alone, however often it is given back at the same moment', async () => {
    const own = await aWorkshopStage(engine, [aWorkshopRoom()])
    const id = (await own.plan({ date: '2026-11-24', seats: 2 })).body.id as string
    const pair = await own.somebody('Jeanne')
    const asked = { body: TWO, headers: aKey(), cookie: pair }
    const { id: booking } = (await own.api.call('POST', `/workshops/${id}/seats`, asked)).body
    const waiting = [await own.somebody(), await own.somebody()]
    for (const cookie of waiting) await own.wait(id, cookie)
    const answers = await Promise.all(
      [{}, { guest: 'Paul' }, {}, { guest: 'Paul' }].map((guest) =>
        untilDecided(() =>
          own.api.call('PUT', `/bookings/${booking}/party`, { body: { places: 1, ...guest }, cookie: pair }),
        ),
      ),
    )
    const decided = answers.map(({ status }) => status).sort()
    expect(decided).toEqual([200, 200, 409, 409])
    const places = await Promise.all(
      waiting.map(async (cookie) => (await own.read(id, cookie)).body.mine.status),
    )
    expect(places).toEqual(['offered', 'waiting'])
    expect((await reconcile(own.table, aSite().id)).faults).toEqual([])
  })
})
