import { beforeAll, describe, expect, it } from 'vitest'
import { cancelled } from '../../shared/domain/booking-state.ts'
import { reconcile } from '../proof/reconcile.ts'
import { aKey, untilDecided } from '../support/api.ts'
import { aSite, range } from '../support/builders.ts'
import { engines } from '../support/engine.ts'
import { scanAll } from '../support/scan.ts'
import { roundsOf } from '../support/scope.ts'
import { SEZANNE, twoSites } from '../support/two-sites.ts'
import { aWorkshopBody } from '../support/workshops.ts'

let days = 0
const aDay = () => new Date(Date.UTC(2026, 11, 1 + 7 * days++)).toISOString().slice(0, 10)

describe.each(engines)('a mediator of two sites on $name', (engine) => {
  let stage: Awaited<ReturnType<typeof twoSites>>
  const site = SEZANNE.id
  beforeAll(async () => {
    days = 0
    stage = await twoSites(engine)
  })

  it('is refused a workshop elsewhere that they cannot reach, with the way, and nothing is written', async () => {
    const date = aDay()
    await stage.plan({ date })
    const before = await scanAll(stage.table)
    const facts = { code: 'travel-too-short', otherSite: aSite().id, otherSiteName: 'Montmirail', km: 28 }
    for (const times of [
      { start: '12:30', end: '14:00' },
      { start: '08:00', end: '09:30' },
    ]) {
      const { status, body } = await stage.plan({ date, site, ...times })
      expect(status).toBe(409)
      expect(body).toMatchObject({ ...facts, minutes: 45, freeMinutes: 30 })
    }
    expect(await scanAll(stage.table)).toBe(before)
    expect((await stage.plan({ date, site, start: '12:45', end: '14:00' })).status).toBe(201)
  })

  it('is told so in the preview of a cycle, date by date', async () => {
    const date = aDay()
    await stage.plan({ date })
    const { date: _, ...body } = aWorkshopBody({ site, from: date, rule: 'FREQ=WEEKLY;COUNT=2' })
    const asked = { body: { ...body, start: '12:15', end: '13:00' }, cookie: stage.mediator.cookie }
    const { body: preview } = await stage.api.call('POST', '/workshops/preview', asked)
    const [refused, free] = preview.dates
    const facts = { otherSiteName: 'Montmirail', km: 28, minutes: 45, freeMinutes: 15 }
    expect(refused).toMatchObject({ date, refusal: 'travel-too-short', ...facts })
    expect(free.refusal).toBeUndefined()
    days += 1
  })

  it('may be there once the other workshop is cancelled or led by a colleague', async () => {
    const [one, two] = [aDay(), aDay()]
    const near = { site, start: '12:15', end: '13:00' }
    const cancelled = await stage.plan({ date: one })
    await stage.cancel(cancelled.body.id)
    expect((await stage.plan({ date: one, ...near })).status).toBe(201)
    const karim = await stage.travelling('Karim')
    const given = await stage.plan({ date: two })
    const edit = { body: { mediators: [karim.holder] }, cookie: stage.mediator.cookie }
    expect((await stage.api.call('PATCH', `/workshops/${given.body.id}`, edit)).status).toBe(200)
    expect((await stage.plan({ date: two, ...near })).status).toBe(201)
    expect(
      (await stage.plan({ date: two, ...near, start: '13:00', end: '14:00' }, karim.cookie)).status,
    ).toBe(201)
    expect((await reconcile(stage.table, aSite().id, site)).faults).toEqual([])
  })

  it('takes over nothing that they cannot reach', async () => {
    const date = aDay()
    const nora = await stage.travelling('Nora')
    await stage.plan({ date, site, start: '12:15', end: '13:00' }, nora.cookie)
    const { body } = await stage.plan({ date })
    const edit = { body: { mediators: [nora.holder] }, cookie: stage.mediator.cookie }
    const refused = await stage.api.call('PATCH', `/workshops/${body.id}`, edit)
    expect([refused.status, refused.body.code, refused.body.otherSiteName]).toEqual([
      409,
      'travel-too-short',
      'Sézanne',
    ])
    const { cookie } = stage.mediator
    const listed = await stage.api.call('GET', `/workshops/${body.id}/colleagues`, { cookie })
    expect(listed.body.colleagues).toContainEqual({
      ...{ id: nora.holder, name: 'Nora', leads: false, busy: false },
      tooFar: { otherSiteName: 'Sézanne', km: 28, minutes: 45 },
    })
  })

  it('leads one of two that are planned at the same time, not overlapping, too far apart', async () => {
    for (let round = 0; round < roundsOf(4); round++) {
      const date = aDay()
      const { cookie } = stage.mediator
      const plan = (body: object) => {
        const headers = aKey()
        return untilDecided(() =>
          stage.api.call('POST', '/workshops', { body: aWorkshopBody({ date, ...body }), headers, cookie }),
        )
      }
      const answers = await Promise.all([plan({}), plan({ site, start: '12:15', end: '13:00' })])
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 409])
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('travel-too-short')
    }
    expect((await reconcile(stage.table, aSite().id, site)).faults).toEqual([])
  })

  it('is at a workshop only as long as their own day has not changed since it was read', async () => {
    const date = aDay()
    const { workshops, bookings, now } = stage.api.deps
    const { holder } = stage.mediator
    const { body } = await stage.plan({ date })
    const day = await workshops.readOwnDay(holder, body.date)
    expect(day).toMatchObject({ stays: [{ site: aSite().id, ...range('10:00-12:00') }], changes: 1 })
    const found = await workshops.findWorkshop(body.id)
    const room = found && (await bookings.findBooking(found.workshop.room))
    if (!room) throw new Error('it is planned')
    const ended = { from: room, to: cancelled(room, 'staff') }
    expect(await bookings.change([{ ...ended, ownDayChanges: 0 }], now())).toBe('holder-busy')
    expect(await bookings.change([{ ...ended, ownDayChanges: 1 }], now())).toBeUndefined()
    expect((await workshops.readOwnDay(holder, body.date)).stays).toEqual([])
  })
})
