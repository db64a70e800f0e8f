import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { date, NOW, PARIS, TUESDAY, time } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'

const at = (day: string, hour: string) => instantAt(date(day), time(hour), PARIS)

describe.each(engines)('the figures of a place on $name', (engine) => {
  let stage: StaffStage
  const read = (cookie = stage.manager.cookie, month = '2026-11') =>
    stage.as(cookie, 'GET', `/sites/09410A/figures?month=${month}`)
  const come = (id: string, attended: boolean) =>
    stage.as(stage.mediator.cookie, 'PUT', `/bookings/${id}/attendance`, { attended })

  beforeAll(async () => {
    stage = await aStaffStage(engine)
    stage.api.clock.now = NOW
    const hours = [
      ['08:00', '10:00'],
      ['09:00', '11:00'],
      ['10:00', '12:00'],
      ['14:00', '15:00'],
      ['16:00', '17:00'],
    ] as const
    for (const [start, end] of hours)
      expect((await stage.book(await stage.somebody(), { date: TUESDAY, start, end })).status).toBe(201)
    const left = await stage.book(await stage.somebody('Zoé'), { date: '2026-11-25' })
    await stage.as(stage.agent.cookie, 'PUT', `/bookings/${left.body.id}/cancellation`, { reason: 'Fuite' })
    await stage.book(await stage.somebody(), { date: '2026-12-01', start: '08:00', end: '09:00' })
    const often = await stage.somebody()
    for (const hour of [8, 9, 10, 11, 14]) {
      const [start, end] = [hour, hour + 1].map((each) => `${String(each).padStart(2, '0')}:00`)
      expect((await stage.book(often, { date: '2026-12-02', start, end })).status).toBe(201)
    }
    const workshop = (await stage.plan()).body
    const seats = await Promise.all(
      Array.from({ length: 6 }, async () => stage.signUp(workshop.id, await stage.somebody())),
    )
    stage.api.clock.now = at(TUESDAY, '13:00')
    for (const [nth, seat] of seats.entries()) expect((await come(seat.body.id, nth > 0)).status).toBe(200)
    const noted = { at: new Date(stage.api.clock.now).toISOString(), skillsTest: false }
    const dropIns = Array.from({ length: 7 }, (_, nth) => ({
      ...{ ...noted, id: String(nth).padStart(32, '0') },
      ...{ ageBand: nth < 5 ? '70-and-over' : '60-69', occupation: 'retired' },
    }))
    const notes = { sentAt: noted.at, marks: [], dropIns }
    const path = `/workshops/${workshop.id}/attendance`
    const counted = await stage.as(stage.mediator.cookie, 'PUT', path, notes)
    expect(counted.status).toBe(200)
    const day = '2026-11-26'
    const cut = (await stage.plan({ date: day, appointments: { minutes: 30 } })).body
    const early = await stage.as(await stage.somebody(), 'POST', `/workshops/${cut.id}/seats`, {
      start: '10:00',
    })
    stage.api.clock.now = at(day, '10:45')
    expect((await come(early.body.id, true)).status).toBe(200)
    expect((await stage.cancel(cut.id)).status).toBe(200)
    stage.api.clock.now = at('2026-12-01', '00:00')
  })

  it('count bookings that were kept and their hours, sittings, what was held of them, by month', async () => {
    const { status, body } = await read()
    expect([status, body.month, body.workshops]).toEqual([200, '2026-11', { sittings: 2, hours: 2.75 }])
    expect(body.spaces).toEqual([{ names: [expect.any(String)], count: 5, hours: 6 }])
  })

  it('tell nothing of one to four people, however often they came, alone or by what is left of a sum', async () => {
    const { body } = await read()
    expect(body.people).toEqual([
      { names: ['excused'], count: 0 },
      { names: ['not-noted'], count: 0 },
      { names: ['present', 'absent'], count: 7 },
      { names: ['drop-in'], count: 7 },
    ])
    expect(body.ages).toContainEqual({ names: ['60-69', '70-and-over'], count: 7 })
    stage.api.clock.now = at('2027-01-01', '00:00')
    const { body: december } = await read((await stage.withRole('manager')).cookie, '2026-12')
    stage.api.clock.now = at('2026-12-01', '00:00')
    expect(december.spaces).toEqual([{ names: [expect.any(String)] }])
  })

  it('are told once the month is over at the place', async () => {
    stage.api.clock.now = at('2026-11-30', '23:45')
    expect((await read()).body.code).toBe('month-not-over')
    stage.api.clock.now = at('2026-12-01', '00:00')
    expect((await read(stage.manager.cookie, '2026-12')).status).toBe(422)
    expect((await read()).status).toBe(200)
  })

  it('are for who runs the place, whatever is asked, and writing nothing', async () => {
    const owner = await stage.withRole('owner')
    const others = [stage.agent.cookie, stage.mediator.cookie, owner.cookie, await stage.somebody()]
    const before = await scanAll(stage.table)
    for (const cookie of others) expect((await read(cookie)).body.code).toBe('not-found')
    expect((await stage.api.call('GET', '/sites/09410A/figures?month=2026-11')).status).toBe(401)
    const absent = await stage.as(stage.manager.cookie, 'GET', '/sites/99999Z/figures?month=2026-11')
    expect(absent.status).toBe(404)
    for (const month of ['2026-13', '2026-00', '2026-1', '1999-01', 'x', ''])
      expect((await read(stage.manager.cookie, month)).status).toBe(422)
    expect(await scanAll(stage.table)).toBe(before)
  })
})
