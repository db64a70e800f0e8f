import { beforeAll, describe, expect, it } from 'vitest'
import { instantAt } from '../../shared/domain/instant.ts'
import { aKey } from '../support/api.ts'
import { date, PARIS, time } from '../support/builders.ts'
import { CALENDAR_READERS } from '../support/calendar-readers.ts'
import { engines } from '../support/engine.ts'
import { aSeries } from '../support/series.ts'
import { aStaffStage, type StaffStage } from '../support/staff-stage.ts'
import { aWorkshopBody } from '../support/workshops.ts'

const { date: _, ...PLAN } = aWorkshopBody()
const [[, seen]] = CALENDAR_READERS

describe.each(engines)('one file of many dates, on $name,', (engine) => {
  let stage: StaffStage
  const file = (cookie: string, path: string) => stage.as(cookie, 'GET', `${path}/calendar.ics`)

  beforeAll(async () => {
    stage = await aStaffStage(engine)
  })

  it('has each date of a series, at its hour on the door across the change of the clock', async () => {
    const cookie = await stage.somebody()
    const when = { start: '10:00', end: '12:00', from: '2026-12-03', rule: 'FREQ=WEEKLY;COUNT=4' }
    const { status, body } = await stage.as(cookie, 'POST', '/series', aSeries(when))
    expect(status).toBe(201)
    await stage.as(cookie, 'DELETE', `/bookings/${body.dates[1].booking}`)
    const ics = await file(cookie, `/series/${body.id}`)
    expect(ics.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
    expect(ics.body.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1)
    expect(seen(ics.body).map(({ from, status: said }) => [from, said])).toEqual(
      ['2026-12-03', '2026-12-10', '2026-12-17', '2026-12-24'].map((day, at) => [
        instantAt(date(day), time('10:00'), PARIS),
        at === 1 ? 'CANCELLED' : 'CONFIRMED',
      ]),
    )
    expect((await file(await stage.somebody(), `/series/${body.id}`)).status).toBe(404)
  })

  it('has the dates of a cycle on which one has a seat, and none of anybody else', async () => {
    const plan = { ...PLAN, from: '2026-12-01', rule: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3' }
    const { body } = await stage.as(stage.mediator.cookie, 'POST', '/cycles', plan)
    const cookie = await stage.somebody()
    const taken = await stage.api.call('POST', `/cycles/${body.id}/seats`, {
      body: {},
      headers: aKey(),
      cookie,
    })
    expect(taken.status).toBe(200)
    const events = seen((await file(cookie, `/cycles/${body.id}`)).body)
    expect(events.map(({ summary }) => summary)).toEqual(
      Array(3).fill('Premiers pas sur internet, Montmirail'),
    )
    expect(seen((await file(await stage.somebody(), `/cycles/${body.id}`)).body)).toEqual([])
    expect((await file(cookie, '/cycles/00000000000000000000')).status).toBe(404)
    expect((await stage.api.call('GET', `/cycles/${body.id}/calendar.ics`)).status).toBe(401)
  })
})
